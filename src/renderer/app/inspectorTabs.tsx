import { AttributionPanel } from '../features/attribution/AttributionPanel.tsx'
import { HistoryPanel } from '../features/history/HistoryPanel.tsx'
import { ReviewPanel } from '../features/review/ReviewPanel.tsx'
import { RelatedPanel } from '../features/search/RelatedPanel.tsx'
import { useT } from '../i18n/context.tsx'
import { MissingBadge } from '../inspector/MissingBadge.tsx'
import type { InspectorTab } from '../state/workspace.ts'
import type { TabItem } from '../ui/Tabs.tsx'

/** The inspector's tabs, in order. One line for each feature that has something to say about an article. */
export function useInspectorTabs(): TabItem<InspectorTab>[] {
  const t = useT()
  return [
    { id: 'attribution', label: t('app.attribution'), badge: <MissingBadge />, content: <AttributionPanel /> },
    { id: 'review', label: t('app.review'), content: <ReviewPanel /> },
    { id: 'history', label: t('app.history'), content: <HistoryPanel /> },
    { id: 'related', label: t('search.related'), content: <RelatedPanel /> },
  ]
}
