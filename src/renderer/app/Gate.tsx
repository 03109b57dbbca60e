import type { ReactNode } from 'react'
import { useEffect } from 'react'

import type { Preferences } from '#shared/contract/settings.ts'
import type { Locale } from '#shared/messages/define.ts'
import { chooseLocale } from '#shared/messages/format.ts'
import { DiskPage } from '../features/safety/DiskPage.tsx'
import { useDiskTrouble } from '../features/safety/queries.ts'
import { LanguageProvider, useErrorText, useT } from '../i18n/context.tsx'
import { useEnrolment, usePreferences } from '../state/queries.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FirstRun } from './FirstRun.tsx'
import { Opening } from './Opening.tsx'
import { useClosing } from './useClosing.ts'
import { useCoreEvents } from './useCoreEvents.ts'
import { Workstation } from './Workstation.tsx'

/** What the person has chosen, before anything is shown; then the workstation, or the way into it. */
export function Gate() {
  const preferences = usePreferences()
  const enrolment = useEnrolment()
  useTheme(preferences.data?.theme ?? 'system')
  const disk = useDiskTrouble()
  // After the questions of this component: what is asked again after a reconnection has to be asked of the new core.
  useCoreEvents()
  const error = preferences.error ?? enrolment.error
  if (preferences.data === undefined || enrolment.data === undefined) {
    const retry = () => void Promise.all([preferences.refetch(), enrolment.refetch()])
    if (disk !== null)
      return (
        <BeforeWork>
          <DiskPage trouble={disk} />
        </BeforeWork>
      )
    return <BeforeWork>{error === null ? <Opening /> : <NotOpened error={error} onRetry={retry} />}</BeforeWork>
  }
  return (
    <LanguageProvider locale={localeOf(preferences.data)}>
      {enrolment.data === null ? (
        <BeforeWork>
          <FirstRun />
        </BeforeWork>
      ) : (
        <Workstation enrolment={enrolment.data} />
      )}
    </LanguageProvider>
  )
}

/** Whoever closes the window here has written nothing yet. */
function BeforeWork({ children }: { children: ReactNode }) {
  useClosing(null)
  return children
}

function NotOpened({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useT()
  const errorText = useErrorText()
  return (
    <div role="alert">
      <EmptyState title={t('app.startFailed')} action={<Button onClick={onRetry}>{t('app.retry')}</Button>}>
        {errorText(error)}
      </EmptyState>
    </div>
  )
}

function useTheme(theme: Preferences['theme']): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
}

const localeOf = ({ locale }: Preferences): Locale => (locale === 'system' ? chooseLocale(navigator.languages) : locale)
