import type { Block, ParagraphBlock } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { inlineText, isList } from '#shared/document/text.ts'
import { heading, list, listItem, paragraph, quote } from '#shared/document/make.ts'
import type { Random } from '../../../kit/random.ts'

/** What somebody at another desktop makes of a text. */
export function elsewhere(content: ArticleContent, random: Random): ArticleContent {
  const blocks = [...content.blocks]
  const at = random(blocks.length + 1)
  const block = blocks[at]
  switch (random(6)) {
    case 0:
      blocks.splice(at, 0, made[random(made.length)]?.() ?? paragraph('外'))
      break
    case 1:
      blocks.splice(at, 1)
      break
    case 2:
      blocks.push(...blocks.splice(at, 1))
      break
    default:
      if (block !== undefined) blocks[at] = rewritten(block, random)
  }
  return { ...content, blocks }
}

const made: (() => Block)[] = [
  () => paragraph('外来的一段'),
  () => heading('h3', '外来的小标题'),
  () => quote('外来的引文'),
  () => list('number', [listItem('外一'), listItem('外二')]),
]

function rewritten(block: Block, random: Random): Block {
  if (isList(block)) {
    return list(block.listType, [...block.children, listItem('外来的一项')], block.$.id, block.start)
  }
  if (block.type !== 'paragraph') return block
  const text = inlineText((block as ParagraphBlock).children)
  const place = random(text.length + 1)
  const { id } = block.$
  const words = `${text.slice(0, place)}外${text.slice(place + random(2))}`
  return [paragraph(words, id), paragraph(words, id), heading('h2', words, id), quote(words, id)][random(4)] ?? block
}
