import { Unplug } from 'lucide-react'

import { useT } from '../i18n/context.tsx'
import { useNewsroom } from '../state/queries.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

/** The desk has not yet said what its rules are. Writing goes on without them. */
export function NoNewsroom() {
  const t = useT()
  if (useNewsroom().isPending) return null
  return (
    <EmptyState icon={Unplug} title={t('attribution.noNewsroom')}>
      {t('attribution.noNewsroomHint')}
    </EmptyState>
  )
}
