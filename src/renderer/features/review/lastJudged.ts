import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { VerdictStatement } from '#shared/domain/verdict.ts'
import { earlierVerdicts } from './progress.ts'

/**
 * The last verdict on another revision than the one under review: this person's own where there is one, because that
 * text they have read; else anybody's.
 */
export function lastJudged(article: Pick<ArticleDetail, 'status' | 'verdicts'>, me: PersonId): VerdictStatement | null {
  const earlier = earlierVerdicts(article)
  return earlier.find(({ personId }) => personId === me) ?? earlier[0] ?? null
}
