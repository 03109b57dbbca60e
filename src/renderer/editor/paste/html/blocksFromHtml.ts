import type { Block } from '#shared/document/blocks.ts'
import type { InlineNode } from '#shared/document/inline.ts'
import { lineBreakNode } from '#shared/document/inline.ts'
import { heading, paragraph, quote } from '#shared/document/make.ts'
import type { Translate } from '#shared/messages/format.ts'
import { parseInert } from './inert.ts'
import type { Look } from './look.ts'
import { isDropped, lookOf, plain } from './look.ts'
import { Line } from './line.ts'
import type { ListEntry } from './lists.ts'
import { listOf } from './lists.ts'
import { wordEntry } from './word.ts'

/** Reads what another program put on the clipboard. */
export function blocksFromHtml(html: string, t: Translate): Block[] {
  const reader = new Reader(t)
  reader.readChildren(parseInert(html), plain)
  return reader.finish()
}

/** There is more in it than pictures. */
export function hasWords(html: string): boolean {
  const { textContent } = parseInert(html)
  return textContent.trim() !== ''
}

type Form = 'paragraph' | 'h2' | 'h3' | 'quote'

const forms: Record<string, Form> = {
  H1: 'h2',
  H2: 'h2',
  H3: 'h3',
  H4: 'h3',
  H5: 'h3',
  H6: 'h3',
  BLOCKQUOTE: 'quote',
}

const blockTags = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 ' +
    'H6 HEADER HR MAIN NAV P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL OL LI'
  ).split(' '),
)

class Reader {
  readonly #t: Translate
  readonly #blocks: Block[] = []
  #line = new Line()
  #form: Form = 'paragraph'
  /** List entries in a row that Word wrote as paragraphs. */
  #wordList: ListEntry[] = []

  constructor(t: Translate) {
    this.#t = t
  }

  finish(): Block[] {
    this.#endBlock()
    this.#endWordList()
    return this.#blocks
  }

  readChildren(parent: Node, look: Look): void {
    for (const child of parent.childNodes) this.#read(child, look)
  }

  #read(node: Node, look: Look): void {
    if (node.nodeType === Node.TEXT_NODE) this.#line.addText(node.textContent ?? '', look)
    else if (node instanceof Element && !isDropped(node)) this.#readElement(node, look)
  }

  #readElement(element: Element, outer: Look): void {
    const look = lookOf(element, outer)
    const tag = element.tagName.toUpperCase()
    if (tag === 'BR') this.#line.addBreak()
    else if (tag === 'IMG') this.#line.addText(this.#pictureNote(element), outer)
    else if (tag === 'TD' || tag === 'TH') {
      this.#line.addText(' ', outer)
      this.readChildren(element, look)
    } else if (tag === 'UL' || tag === 'OL') this.#readList(element, look)
    else if (!blockTags.has(tag)) this.readChildren(element, look)
    else this.#readBlock(element, tag, look)
  }

  #readBlock(element: Element, tag: string, look: Look): void {
    const entry = wordEntry(element)
    this.#endBlock()
    if (entry === null) this.#endWordList()
    const outer = this.#form
    this.#form = forms[tag] ?? outer
    this.readChildren(element, tag === 'PRE' ? { ...look, preformatted: true } : look)
    if (entry === null) this.#endBlock()
    else this.#wordList.push({ ...entry, children: this.#line.take() })
    this.#form = outer
  }

  #readList(list: Element, look: Look): void {
    this.#endBlock()
    this.#endWordList()
    const entries = this.#entriesOf(list, look, 0)
    if (entries.length > 0) this.#blocks.push(listOf(entries))
  }

  #entriesOf(list: Element, look: Look, level: number): ListEntry[] {
    const kind = list.tagName.toUpperCase() === 'OL' ? 'number' : 'bullet'
    return Array.from(list.children)
      .filter((child) => !isDropped(child))
      .flatMap((child) => {
        if (/^(?:UL|OL)$/i.test(child.tagName)) return this.#entriesOf(child, look, level + 1)
        const deeper = Array.from(child.children).filter(({ tagName }) => /^(?:UL|OL)$/i.test(tagName))
        const own = child.cloneNode(true) as Element
        for (const nested of Array.from(own.children)) if (/^(?:UL|OL)$/i.test(nested.tagName)) nested.remove()
        const children = this.#lineOf(own, lookOf(child, look))
        const entry: ListEntry[] = children.length === 0 ? [] : [{ kind, level, children }]
        return [...entry, ...deeper.flatMap((nested) => this.#entriesOf(nested, look, level + 1))]
      })
  }

  /** Blocks inside a list item stand below each other in it. */
  #lineOf(element: Element, look: Look): InlineNode[] {
    const inner = new Reader(this.#t)
    inner.readChildren(element, look)
    return inner.finish().flatMap((block, index) => {
      const children = 'children' in block && block.type !== 'list' ? (block.children as InlineNode[]) : []
      return index === 0 ? children : [lineBreakNode(), ...children]
    })
  }

  #endBlock(): void {
    const children = this.#line.take()
    if (children.length === 0) return
    this.#endWordList()
    if (this.#form === 'paragraph') this.#blocks.push(paragraph(children))
    else if (this.#form === 'quote') this.#blocks.push(quote(children))
    else this.#blocks.push(heading(this.#form, children))
  }

  #endWordList(): void {
    if (this.#wordList.length > 0) this.#blocks.push(listOf(this.#wordList))
    this.#wordList = []
  }

  /** Never the picture itself: its address belongs to another site, and to show it would be to tell that site. */
  #pictureNote(image: Element): string {
    const size = Math.min(...['width', 'height'].map((side) => Number(image.getAttribute(side) ?? 100)))
    if (size <= 2) return ''
    const alt = (image.getAttribute('alt') ?? '').trim()
    return alt === '' ? this.#t('writing.pastedPictureUnnamed') : this.#t('writing.pastedPicture', { alt })
  }
}
