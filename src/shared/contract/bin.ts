import { z } from 'zod'

import { ArticleId, MediaHash } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from '../rpc/contract.ts'

/** So many articles are shown and removed at once: each is named, and all go in one transaction. */
export const mostAtOnce = 1000

/**
 * Why an article in the bin may not go: acts that the desk has not answered, words on their way, or it is before
 * reviewers or readers.
 */
export const HoldReason = z.enum(['acts', 'exchanging', 'inReview', 'signedOff', 'published'])
export type HoldReason = z.infer<typeof HoldReason>

/** An article as a person saw it when deciding. When it is another by now, nothing goes. */
export const SeenArticle = z.object({ articleId: ArticleId, version: z.int(), binnedAt: Instant })
export type SeenArticle = z.infer<typeof SeenArticle>

export const BinnedArticle = SeenArticle.extend({
  headline: z.string(),
  slug: z.string(),
  /** Null for a text that cannot be read. */
  words: z.int().nullable(),
  /** Points of its history. */
  points: z.int(),
  /** The desk keeps what it was sent of it. */
  atDesk: z.boolean(),
  /** Colleagues may write in it: it comes back when they do. */
  shared: z.boolean(),
  held: HoldReason.nullable(),
})
export type BinnedArticle = z.infer<typeof BinnedArticle>

/** A picture that no article uses but those which may go. It goes when all of them do. */
export const BinnedPicture = z.object({ media: MediaHash, bytes: z.int(), usedBy: z.array(ArticleId) })
export type BinnedPicture = z.infer<typeof BinnedPicture>

/** What lies in the bin of this desktop, and the way off the disk. There is no way back from that. */
export const bin = {
  methods: {
    /** What would go: of the whole bin (null), what was put there last first; or of these articles, where they are in it. */
    contents: query({
      input: z.object({ articleIds: z.array(ArticleId).max(mostAtOnce).nullable() }),
      output: z.object({
        /** In the whole bin. */
        total: z.int(),
        articles: z.array(BinnedArticle),
        pictures: z.array(BinnedPicture),
      }),
    }),
    /**
     * Removes exactly these, with everything that is kept of them here: all or none. Throws `bin_changed` when one of
     * them is not what was seen, and `bin_held` (with the reason) when one may not go.
     */
    empty: command({
      input: z.object({ articles: z.array(SeenArticle).min(1).max(mostAtOnce) }),
      output: z.object({}),
      errors: ['bin_changed', 'bin_held', 'database_busy', 'disk_full', 'disk_read_only', 'disk_failing'],
    }),
  },
  events: {},
} as const
