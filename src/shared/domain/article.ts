import { z } from 'zod'

import { ArticleId, PersonId, PublicationId, RevisionId, Slug } from './ids.ts'
import { ArticleKind } from './kinds.ts'
import { Instant } from './time.ts'
import { SignedVerdict } from './verdict.ts'

/** Where an article stands on its way. Each state names the revision that it speaks of. */
export const ArticleStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('drafting') }),
  z.object({ state: z.literal('inReview'), revisionId: RevisionId, stageId: Slug }),
  z.object({ state: z.literal('returned'), revisionId: RevisionId }),
  z.object({ state: z.literal('rejected'), revisionId: RevisionId }),
  z.object({ state: z.literal('signedOff'), revisionId: RevisionId }),
  z.object({ state: z.literal('published'), revisionId: RevisionId, publicationId: PublicationId }),
])
export type ArticleStatus = z.infer<typeof ArticleStatus>
export type ArticleState = ArticleStatus['state']

/** 回执: what a channel answered, kept for good. */
export const Receipt = z.object({
  publicationId: PublicationId,
  articleId: ArticleId,
  revisionId: RevisionId,
  channel: z.literal('site'),
  url: z.url(),
  /** By the server. */
  publishedAt: Instant,
  publishedBy: PersonId,
  /** Lower-case hex SHA-256 of the page as readers get it. */
  pageHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Receipt = z.infer<typeof Receipt>

/** An article as the desk knows it. What a desktop is told of the working line depends on who works there. */
export const DeskArticle = z.object({
  /** The desk's sequence number of this state. Of two snapshots of an article the one with the higher number is newer. */
  seq: z.int().min(0),
  articleId: ArticleId,
  authorId: PersonId,
  /** 合写: colleagues whom the author has let in to write. The author is not among them. */
  coWriters: z.array(PersonId).default([]),
  /** Everyone besides the author who has written in it, or may. None of them reviews it: four eyes. */
  writers: z.array(PersonId).default([]),
  /**
   * Revisions of the working line that no other revision continues, in order of their ids: more than one after
   * concurrent work. Empty for whoever may not write in it, who is told nothing of what has not been submitted.
   */
  heads: z.array(RevisionId).default([]),
  slug: z.string(),
  headline: z.string(),
  columnId: Slug.nullable(),
  kind: ArticleKind,
  status: ArticleStatus,
  /** All verdicts ever given on the article, oldest first. */
  verdicts: z.array(SignedVerdict),
  receipts: z.array(Receipt),
  updatedAt: Instant,
})
export type DeskArticle = z.infer<typeof DeskArticle>

/** 合写: the author, and whom the author has let in. */
export const writesIn = (
  { authorId, coWriters }: Pick<DeskArticle, 'authorId' | 'coWriters'>,
  personId: PersonId,
): boolean => authorId === personId || coWriters.includes(personId)

/** It may be written on: nothing of it is before reviewers or readers. */
export const isEditable = ({ state }: ArticleStatus): boolean => state === 'drafting' || state === 'returned'
