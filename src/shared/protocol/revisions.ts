import { z } from 'zod'

import { ArticleId, PersonId, RevisionId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { ArticleContent } from '../document/content.ts'

export const RevisionUpload = z.object({ parents: z.array(RevisionId).max(2), content: ArticleContent })
/** What the desk notes of a revision when it stores it. Its text is fetched apart. */
export const LineEntry = z.object({
  /** The n-th revision of its article, from 1 and without gaps. Parents come before their children. */
  seq: z.int().min(1),
  revisionId: RevisionId,
  parents: z.array(RevisionId),
  /** Who uploaded it first. */
  writerId: PersonId,
  /** By the server. */
  storedAt: Instant,
})
export type LineEntry = z.infer<typeof LineEntry>

/** Entries of a working line in one answer. */
export const maxLinePage = 2000

/** Heads of one working line: a desk takes no further one until those have been merged. */
export const maxHeads = 32

/** People whom an author may let in to one article. */
export const maxCoWriters = 50

export const RevisionDownload = RevisionUpload.extend({
  articleId: ArticleId,
  revisionId: RevisionId,
  authorId: PersonId,
})
export type RevisionDownload = z.infer<typeof RevisionDownload>
