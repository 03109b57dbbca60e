import { z } from 'zod'

import { ArticleId, RevisionId } from '../domain/ids.ts'
import { canonicalHash } from './canonical.ts'
import { ArticleContent, mediaOf } from './content.ts'

/**
 * A frozen article. Its id is the hash of everything in it, so that an approval which names the id stops applying with
 * the first changed character. Article and parents are part of what is hashed: the same words in another article, or
 * typed again later, are another revision, and no verdict can be carried over to them.
 */
export const Revision = z.object({
  articleId: ArticleId,
  parents: z.array(RevisionId).max(2),
  content: ArticleContent,
})
export type Revision = z.infer<typeof Revision>

export function revisionId({ articleId, parents, content }: Revision): RevisionId {
  const { attribution, ...metadata } = content.fields
  return RevisionId.parse(
    canonicalHash({
      articleId,
      parents,
      schemaVersion: content.schemaVersion,
      document: content.blocks,
      metadata,
      attribution,
      media: mediaOf(content),
    }),
  )
}
