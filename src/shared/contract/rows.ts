import { z } from 'zod'

import { ArticleStatus, DeskArticle, Receipt } from '../domain/article.ts'
import { ArticleId, PersonId, RevisionId, Slug } from '../domain/ids.ts'
import { ArticleKind } from '../domain/kinds.ts'
import { Instant } from '../domain/time.ts'
import { ArticleContent } from '../document/content.ts'
import { WireError } from '../rpc/errors.ts'

/** The library's shelves. */
export const View = z.enum(['mine', 'toReview', 'returned', 'signedOff', 'published', 'bin'])
export type View = z.infer<typeof View>

/** An act that was done here and that the desk has not confirmed yet, or has refused. */
export const PendingAct = z.object({
  act: z.enum(['submit', 'verdict', 'publish']),
  /** See core/sync: pending → sending → unknown → confirmed | rejected. Confirmed acts are no longer pending. */
  state: z.enum(['pending', 'sending', 'unknown', 'rejected']),
  error: WireError.nullable(),
})
export type PendingAct = z.infer<typeof PendingAct>

/** One line of a list. */
export const ArticleRow = z.object({
  articleId: ArticleId,
  slug: z.string(),
  headline: z.string(),
  /** First words of the body. */
  excerpt: z.string(),
  kind: ArticleKind,
  columnId: Slug.nullable(),
  authorId: PersonId,
  status: ArticleStatus,
  pending: PendingAct.nullable(),
  updatedAt: Instant,
})
export type ArticleRow = z.infer<typeof ArticleRow>

/** An opened article. */
export const ArticleDetail = z.object({
  articleId: ArticleId,
  authorId: PersonId,
  /** 合写: whom the author has let in. */
  coWriters: DeskArticle.shape.coWriters,
  /** Everyone besides the author who has written in it, or may. */
  writers: DeskArticle.shape.writers,
  content: ArticleContent,
  /** Version of the draft that `content` is: counts acknowledged journal steps. */
  version: z.int(),
  savedAt: Instant,
  /** Words were typed here that are not in what was handed in: they come in when the article is worked on again. */
  leftBehind: z.boolean(),
  /** This person may write here now. */
  editable: z.boolean(),
  binned: z.boolean(),
  status: ArticleStatus,
  verdicts: DeskArticle.shape.verdicts,
  receipts: z.array(Receipt),
  pending: PendingAct.nullable(),
  /** The revision that `content` is exactly, or null when it has been typed on since. */
  revisionId: RevisionId.nullable(),
})
export type ArticleDetail = z.infer<typeof ArticleDetail>
