import { blockText } from '#shared/document/text.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { ListFields } from './rows.ts'

/** Characters of the body that a list shows. */
const length = 120

/** Reads no more blocks than it needs: this runs with every step of autosave. */
export function excerptOf(blocks: ArticleContent['blocks']): string {
  let excerpt = ''
  for (const block of blocks) {
    const text = block.type === 'picture' ? '' : blockText(block).replaceAll(/\s+/g, ' ').trim()
    if (text !== '') excerpt += excerpt === '' ? text : ` ${text}`
    if (excerpt.length >= length) break
  }
  return Array.from(excerpt.slice(0, 2 * length))
    .slice(0, length)
    .join('')
}

export const listFieldsOf = ({ fields, blocks }: ArticleContent): ListFields => ({
  slug: fields.slug,
  headline: fields.headline,
  excerpt: excerptOf(blocks),
  kind: fields.kind,
  columnId: fields.columnId,
})
