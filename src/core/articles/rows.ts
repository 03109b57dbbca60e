import { z } from 'zod'

import { DeskArticle } from '#shared/domain/article.ts'
import { ArticleId, PersonId, Slug } from '#shared/domain/ids.ts'
import { ArticleKind } from '#shared/domain/kinds.ts'
import { Instant } from '#shared/domain/time.ts'
import { flag, json } from '../db/json.ts'

/** A row of the articles table. */
export const StoredArticle = z
  .object({
    id: ArticleId,
    author_id: PersonId,
    co_writers: json(DeskArticle.shape.coWriters),
    writers: json(DeskArticle.shape.writers),
    heads: json(DeskArticle.shape.heads),
    slug: z.string(),
    headline: z.string(),
    excerpt: z.string(),
    kind: ArticleKind,
    column_id: Slug.nullable(),
    status: json(DeskArticle.shape.status),
    verdicts: json(DeskArticle.shape.verdicts),
    receipts: json(DeskArticle.shape.receipts),
    awaits_me: flag,
    binned_at: Instant.nullable(),
    updated_at: Instant,
  })
  .transform(({ id, author_id, co_writers, column_id, awaits_me, binned_at, updated_at, ...rest }) => ({
    ...rest,
    articleId: id,
    authorId: author_id,
    coWriters: co_writers,
    columnId: column_id,
    awaitsMe: awaits_me,
    binnedAt: binned_at,
    updatedAt: updated_at,
  }))
export type StoredArticle = z.infer<typeof StoredArticle>

/** The part of a draft that lists show. */
export type ListFields = Pick<StoredArticle, 'slug' | 'headline' | 'excerpt' | 'kind' | 'columnId'>
