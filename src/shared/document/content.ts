import { z } from 'zod'

import type { MediaHash } from '../domain/ids.ts'
import { ArticleFields, emptyFields } from '../domain/fields.ts'
import { Block, blockId, isClash, isPicture } from './blocks.ts'
import type { PictureBlock } from './blocks.ts'

/** Raised with each change of the stored form; see upgrade.ts. */
export const schemaVersion = 1

/** Most blocks of one article. Core refuses a step beyond it, so that what was saved can be opened again. */
export const maxBlocks = 20_000

/** One article, whole: what a draft holds, what a revision freezes, what the site renders. */
export const ArticleContent = z
  .object({
    schemaVersion: z.literal(schemaVersion),
    fields: ArticleFields,
    blocks: z.array(Block).max(maxBlocks),
  })
  .refine(({ blocks }) => new Set(blocks.map(blockId)).size === blocks.length, {
    path: ['blocks'],
    message: 'block ids must be unique',
  })
export type ArticleContent = z.infer<typeof ArticleContent>

export const emptyContent: ArticleContent = { schemaVersion, fields: emptyFields, blocks: [] }

/** Every file that the article shows, each once, in order of first use. */
export const mediaOf = (content: ArticleContent): MediaHash[] => [
  ...new Set(content.blocks.flatMap(picturesOf).map(({ media }) => media)),
]

/** In both versions of a clash too: a file must not go before somebody has decided against it. */
function picturesOf(block: Block): PictureBlock[] {
  if (isClash(block)) return block.of === 'body' ? block.versions.flatMap(({ blocks }) => blocks.filter(isPicture)) : []
  return isPicture(block) ? [block] : []
}
