import type { ArticleContent } from '#shared/document/content.ts'
import { attributionGaps, isComplete } from '#shared/domain/attributionRules.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { dayIn } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** Judges the attribution by the server's own newsroom and clock. Throws `attribution_incomplete` with the gaps. */
export function refuseGaps(content: ArticleContent, newsroom: Newsroom, now: Date): void {
  const gaps = attributionGaps(content, newsroom, dayIn(now, newsroom.timeZone))
  if (!isComplete(gaps)) throw new GalleyError('attribution_incomplete', { gaps })
}
