import { Badge } from '../ui/Badge.tsx'
import { useJudged } from './useJudged.ts'

/** How many gaps stop the article, beside the name of the tab that mends them; nothing when there are none. */
export function MissingBadge() {
  const missing = useJudged()?.gaps.filter(({ hard }) => hard).length ?? 0
  return missing === 0 ? null : <Badge tone="caution">{missing}</Badge>
}
