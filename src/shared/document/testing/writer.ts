import { emptySourceUse } from '../../domain/attribution.ts'
import { BlockId, MediaHash } from '../../domain/ids.ts'
import type { Block, ListBlock, ListItemBlock } from '../blocks.ts'
import { isClash, isPicture } from '../blocks.ts'
import type { Choice } from '../clash.ts'
import { solveClash, solveFieldClash } from '../clash.ts'
import type { ArticleContent } from '../content.ts'
import type { InlineNode } from '../inline.ts'
import { isLineBreak } from '../inline.ts'
import { applyJournal } from '../journal.ts'
import { heading, list, listItem, paragraph, picture, quote } from '../make.ts'
import { inlineOf } from '../merge/build.ts'
import type { Atom } from '../merge/tokens.ts'
import { atomsOf, styleAt } from '../merge/tokens.ts'
import { isList } from '../text.ts'

/** Every way to change an article. */
export const acts = [
  'type',
  'typeSentence',
  'breakLine',
  'delete',
  'bold',
  'link',
  'split',
  'join',
  'move',
  'remove',
  'insert',
  'picture',
  'caption',
  'style',
  'toList',
  'addItem',
  'removeItem',
  'headline',
  'cutHeadline',
  'name',
  'dropName',
  'source',
  'sourceUrl',
  'evidence',
  'solve',
] as const
export type Act = (typeof acts)[number]

/** One step of a person: what they do, and where; numbers are taken modulo what there is. */
export interface Step {
  act: Act
  block: number
  at: number
  length: number
}

type Words = Extract<Block, { type: 'paragraph' | 'heading' | 'quote' }>

/** A person who types words that nobody else types, and gives blocks ids that nobody else gives. */
export class Writer {
  readonly #name: number
  #count = 0

  constructor(name: number) {
    this.#name = name
  }

  act(content: ArticleContent, step: Step): ArticleContent {
    switch (step.act) {
      case 'headline':
        return withFields(content, { headline: spliced(content.fields.headline, step.at, 0, this.#word()) })
      case 'cutHeadline':
        return withFields(content, { headline: spliced(content.fields.headline, step.at, step.length, '') })
      case 'solve':
        return this.#solve(content, step)
      case 'name':
      case 'dropName':
      case 'source':
      case 'sourceUrl':
      case 'evidence':
        return withFields(content, { attribution: this.#attribution(content.fields.attribution, step) })
      default:
        return { ...content, blocks: this.#body(content.blocks, step) }
    }
  }

  #body(blocks: readonly Block[], step: Step): Block[] {
    const at = blocks.length === 0 ? 0 : step.block % blocks.length
    const block = blocks[at]
    const put = (...replaced: Block[]): Block[] => blocks.toSpliced(at, 1, ...replaced)
    if (step.act === 'insert' || block === undefined)
      return blocks.toSpliced(at, 0, paragraph(this.#word(), this.#id()))
    if (step.act === 'picture') return blocks.toSpliced(at, 0, this.#picture())
    if (step.act === 'remove') return put()
    if (step.act === 'move') return blocks.toSpliced(at, 1).toSpliced(step.length % blocks.length, 0, block)
    if (isPicture(block))
      return put(
        step.act === 'caption'
          ? { ...block, caption: spliced(block.caption, step.at, step.length % 2, this.#word()) }
          : block,
      )
    if (block.type === 'list') return put(this.#list(block as ListBlock, step))
    if (!isWords(block)) return [...blocks]
    const atoms = atomsOf(block.children)
    const from = step.at % (atoms.length + 1)
    switch (step.act) {
      case 'split':
        return put(withAtoms(block, atoms.slice(0, from)), {
          ...withAtoms(block, atoms.slice(from)),
          $: { id: this.#id() },
        })
      case 'join': {
        const before = blocks[at - 1]
        if (before === undefined || !isWords(before)) return [...blocks]
        return blocks.toSpliced(at - 1, 2, withAtoms(before, [...atomsOf(before.children), ...atoms]))
      }
      case 'style':
        return put(restyle(block, step.length))
      case 'toList':
        return put(list('bullet', [listItem(block.children, 0, this.#id())], this.#id()))
      default:
        return put(withAtoms(block, this.#words(atoms, step)))
    }
  }

  #words(atoms: readonly Atom[], { act, at, length }: Step): Atom[] {
    const from = at % (atoms.length + 1)
    const part = atoms.slice(from, from + 1 + (length % 6))
    if (act === 'type') return atoms.toSpliced(from, 0, ...atomsOf(paragraph(this.#word()).children))
    if (act === 'typeSentence') return atoms.toSpliced(from, 0, ...atomsOf(paragraph(`${this.#word()}。`).children))
    if (act === 'breakLine') return atoms.toSpliced(from, 0, ...atomsOf([{ type: 'linebreak', version: 1 }]))
    // Spaces stay, so that two words never become a third.
    if (act === 'delete') return atoms.toSpliced(from, part.length, ...part.filter(({ key }) => key === ' '))
    const link = act === 'link' ? `https://example.org/${String(length)}` : null
    if (act !== 'bold' && act !== 'link') return [...atoms]
    const styled = part.map((atom): Atom => {
      const { format, link: old } = styleAt(atom, 0)
      return { ...atom, styles: [act === 'link' ? { format, link } : { format: format ^ 1, link: old }] }
    })
    return atoms.toSpliced(from, part.length, ...styled)
  }

  #list(block: ListBlock, step: Step): ListBlock {
    const { children, listType, start } = block
    const at = step.at % (children.length + 1)
    const item = children[at]
    const items = (): ListItemBlock[] => {
      if (step.act === 'addItem' || step.act === 'split' || item === undefined) {
        return children.toSpliced(at, 0, listItem(this.#word(), 0, this.#id()))
      }
      if (step.act === 'removeItem') return children.length === 1 ? [...children] : children.toSpliced(at, 1)
      const words = item.children.filter((child): child is InlineNode => !isList(child))
      return children.toSpliced(at, 1, { ...item, children: inlineOf(this.#words(atomsOf(words), step)) })
    }
    return list(
      step.act === 'style' ? (listType === 'bullet' ? 'number' : 'bullet') : listType,
      items(),
      block.$.id,
      start,
    )
  }

  #attribution(attribution: ArticleContent['fields']['attribution'], { act, at }: Step) {
    const { byline, sources, permission } = attribution
    if (act === 'source')
      return { ...attribution, sources: [...sources, { ...emptySourceUse, name: this.#word() }].slice(0, 20) }
    if (act === 'sourceUrl') {
      const index = sources.length === 0 ? 0 : at % sources.length
      return {
        ...attribution,
        sources: sources.map((source, n) => (n === index ? { ...source, url: this.#word() } : source)),
      }
    }
    if (act === 'evidence') {
      const evidence = spliced(permission?.evidence ?? '', at, 0, this.#word())
      return { ...attribution, permission: { basis: permission?.basis ?? ('own' as const), evidence } }
    }
    if (byline.kind !== 'people') return attribution
    const { reporters } = byline
    const names =
      act === 'name' ? [...reporters, this.#word().trim()] : reporters.toSpliced(at % (reporters.length + 1), 1)
    return { ...attribution, byline: { ...byline, reporters: names } }
  }

  #solve(content: ArticleContent, { block, at }: Step): ArticleContent {
    const clashes = content.blocks.filter(isClash)
    const clash = clashes[block % Math.max(1, clashes.length)]
    if (clash === undefined) return content
    if (clash.of === 'body') {
      const choices: Choice[] = [
        { pick: at % clash.versions.length },
        { keep: 'all' },
        { write: [paragraph(this.#word(), this.#id())] },
      ]
      return applyJournal(content, solveClash(content, clash, choices[at % 3] ?? { pick: 0 }))
    }
    if (clash.of !== 'headline') return content
    const { value } = clash.versions[at % clash.versions.length] ?? { value: '' }
    return applyJournal(content, solveFieldClash(clash, value))
  }

  #picture(): Block {
    this.#count += 1
    const media = MediaHash.parse(String(this.#name * 10_000 + this.#count).padStart(64, '0'))
    return picture({ media, width: 4, height: 3 }, { caption: this.#word() }, this.#id())
  }

  /** Now a word, now a character: each of them once in all of a history. */
  #word(): string {
    this.#count += 1
    const number = this.#name * 1000 + this.#count
    return this.#count % 2 === 0 ? ` word${String(number).padStart(5, '0')} ` : String.fromCodePoint(0x4e00 + number)
  }

  #id(): BlockId {
    this.#count += 1
    return BlockId.parse(`w${String(this.#name)}-${String(this.#count)}`)
  }
}

const isWords = (block: Block): block is Words =>
  block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote'

const withAtoms = (block: Words, atoms: readonly Atom[]): Words => ({ ...block, children: inlineOf(atoms) })

function restyle({ children, $: { id } }: Words, choice: number): Words {
  const shapes = [
    paragraph(children, id),
    heading('h2', children, id),
    heading('h3', children, id),
    quote(children, id),
  ]
  return shapes[choice % shapes.length] ?? paragraph(children, id)
}

const withFields = (content: ArticleContent, fields: Partial<ArticleContent['fields']>): ArticleContent => ({
  ...content,
  fields: { ...content.fields, ...fields },
})

/** By words, so that no word is ever cut in two. */
function spliced(text: string, at: number, length: number, put: string): string {
  const words = atomsOf(text === '' ? [] : paragraph(text).children).map(({ key, node }) =>
    isLineBreak(node) ? '' : key,
  )
  return words
    .toSpliced(at % (words.length + 1), length, put)
    .join('')
    .slice(0, 280)
}

/** The words of a history in a text: see `Writer`. */
export const typedWords = (text: string): string[] => text.match(/word\d{5}|[\u4e00-\u9fff]/g) ?? []
