import type { ReactNode } from 'react'
import { Component } from 'react'

import { useT } from '../i18n/context.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface Props {
  children: ReactNode
}

/**
 * Keeps a defect in one part of the window from taking the rest with it. What is typed lives in the DraftSession,
 * outside of what is drawn, and goes on being saved.
 */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <Failed onReopen={() => this.setState({ failed: false })} />
  }
}

function Failed({ onReopen }: { onReopen: () => void }) {
  const t = useT()
  return (
    <div role="alert">
      <EmptyState title={t('app.crashed')} action={<Button onClick={onReopen}>{t('app.reopen')}</Button>}>
        {t('app.crashedHint')}
      </EmptyState>
    </div>
  )
}
