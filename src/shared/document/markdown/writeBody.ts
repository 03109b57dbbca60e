import type { Image, List, ListItem, Paragraph, RootContent } from 'mdast'

import type { Block, ListBlock, ListItemBlock, PictureBlock } from '../blocks.ts'
import { isClash, isKnownBlock } from '../blocks.ts'
import type { InlineNode } from '../inline.ts'
import { isList } from '../text.ts'
import type { PictureNames } from './pictureNames.ts'
import { writeClash } from './writeClash.ts'
import { writeInline } from './writeInline.ts'

/** The tree of a body. Empty blocks have no Markdown and are left out. */
export const writeBlocks = (blocks: readonly Block[], names: PictureNames, language: string): RootContent[] =>
  blocks.flatMap((block) => writeBlock(block, names, language))

function writeBlock(block: Block, names: PictureNames, language: string): RootContent[] {
  if (isClash(block)) return writeClash(block, language, (blocks) => writeBlocks(blocks, names, language))
  // A newer version's block: as it is stored, in plain sight.
  if (!isKnownBlock(block)) return [{ type: 'code', lang: 'json', value: JSON.stringify(block, null, 2) }]
  if (block.type === 'picture') return [{ type: 'paragraph', children: [writePicture(block, names)] }]
  if (block.type === 'list') return [writeList(block)]
  const children = writeInline(block.children)
  if (children.length === 0) return []
  if (block.type === 'heading') return [{ type: 'heading', depth: block.tag === 'h2' ? 2 : 3, children }]
  const words: Paragraph = { type: 'paragraph', children }
  return [block.type === 'quote' ? { type: 'blockquote', children: [words] } : words]
}

/** Alternative text and caption stand beside the picture, where they fit on its line. */
function writePicture(picture: PictureBlock, names: PictureNames): Image {
  const beside = (text: string): boolean => !/[\n\r]/.test(text)
  const details = { credit: picture.credit, rights: picture.rights, source: picture.source }
  const above = {
    ...(beside(picture.alt) ? {} : { alt: picture.alt }),
    ...(beside(picture.caption) ? {} : { caption: picture.caption }),
    ...details,
  }
  const name = names.name(picture, Object.fromEntries(Object.entries(above).filter(([, text]) => text !== '')))
  return {
    type: 'image',
    url: name,
    alt: beside(picture.alt) ? picture.alt : '',
    title: beside(picture.caption) ? picture.caption : '',
  }
}

/** A deeper list, which the editor keeps in an item of its own, goes into the item before it. */
function writeList(block: ListBlock): List {
  const children: ListItem[] = []
  for (const item of block.children) {
    const last = children.at(-1)
    const [first] = item.children
    if (first === undefined || !isList(first)) children.push(writeItem(item))
    else if (last === undefined || last.children.length !== 1) children.push(listItem([writeList(first)]))
    else {
      const inner = writeList(first)
      last.children.push(inner)
      last.spread = !mayFollowDirectly(inner)
    }
  }
  return { type: 'list', ordered: block.listType === 'number', start: block.start, spread: false, children }
}

/** Right below words, Markdown takes a number other than 1, and a mark without words behind it, for more words. */
const mayFollowDirectly = ({ ordered, start, children }: List): boolean =>
  (ordered !== true || start === 1) && children[0]?.children[0]?.type === 'paragraph'

function writeItem({ children }: ListItemBlock): ListItem {
  const words = writeInline(children.filter((child): child is InlineNode => !isList(child)))
  return listItem(words.length === 0 ? [] : [{ type: 'paragraph', children: words }])
}

const listItem = (children: ListItem['children']): ListItem => ({ type: 'listItem', spread: false, children })
