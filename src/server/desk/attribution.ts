import type { ArticleContent } from '#shared/document/content.ts'
import { attributionGaps, isComplete } from '#shared/domain/attributionRules.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** Judges the attribution by the server's own newsroom and clock. Throws `attribution_incomplete` with the gaps. */
export function refuseGaps(content: ArticleContent, newsroom: Newsroom, now: Date): void {
  const gaps = attributionGaps(content, newsroom, dayOf(now, newsroom.timeZone))
  if (!isComplete(gaps)) throw new GalleyError('attribution_incomplete', { gaps })
}

/** The calendar day in a time zone, as an ISO date. Sweden writes dates as ISO 8601 does. */
export const dayOf = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
