import { useMemo } from 'react'

import type { ArticleContent } from '#shared/document/content.ts'
import type { Gap } from '#shared/domain/attributionRules.ts'
import { attributionGaps } from '#shared/domain/attributionRules.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import { dayIn } from '#shared/domain/time.ts'
import { useNewsroom } from '../state/queries.ts'
import { useIdleContent } from './useIdleContent.ts'

export interface Judged {
  /** The article as it was when nobody was typing. */
  content: ArticleContent
  gaps: Gap[]
  newsroom: Newsroom
  people: Person[]
}

/** What the opened article lacks, by the newsroom's own rules. Null before the desk has said what they are. */
export function useJudged(): Judged | null {
  const content = useIdleContent()
  const known = useNewsroom().data ?? null
  return useMemo(() => {
    if (known === null) return null
    const { newsroom, people } = known
    const today = dayIn(new Date(), newsroom.timeZone)
    return { content, newsroom, people, gaps: attributionGaps(content, newsroom, today) }
  }, [content, known])
}
