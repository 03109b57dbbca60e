import type { InlineNode } from '#shared/document/inline.ts'
import { isLineBreak, isText, lineBreakNode, linkNode, textNode } from '#shared/document/inline.ts'
import { visible } from '../blocksFromText.ts'
import type { Look } from './look.ts'

interface Run {
  text: string
  format: number
  url: string | null
}

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]`
/** Word breaks its lines anywhere; between Chinese characters that is no space. */
const wrapped = new RegExp(String.raw`(?<=${wide})[ \t]*[\r\n]+[ \t]*(?=${wide})`, 'gu')

/** Gathers the words of one block and sets them as an article does. */
export class Line {
  #runs: (Run | null)[] = []

  addText(text: string, { format, url, preformatted }: Look): void {
    if (preformatted) {
      for (const [index, part] of text.split(/\r\n|[\r\n]/).entries()) {
        if (index > 0) this.addBreak()
        this.#runs.push({ text: visible(part), format, url })
      }
      return
    }
    const flowing = text.replaceAll(wrapped, '').replaceAll(/[\t\r\n\f ]+/g, ' ')
    this.#runs.push({ text: visible(flowing).replaceAll('\u00A0', ' '), format, url })
  }

  addBreak(): void {
    this.#runs.push(null)
  }

  /** Without blanks at its edges; empty when there were no words. */
  take(): InlineNode[] {
    const runs = this.#runs
    this.#runs = []
    const nodes: InlineNode[] = []
    let afterBlank = true
    for (const run of runs) {
      if (run === null) {
        nodes.push(lineBreakNode())
        afterBlank = true
        continue
      }
      const text = (afterBlank ? run.text.trimStart() : run.text).replaceAll(/ {2,}/g, ' ')
      if (text === '') continue
      afterBlank = /\s$/u.test(text)
      add(nodes, { ...run, text })
    }
    return trimEnd(nodes)
  }
}

function add(nodes: InlineNode[], { text, format, url }: Run): void {
  const last = nodes.at(-1)
  if (url !== null) {
    if (last !== undefined && 'url' in last && last['url'] === url && Array.isArray(last['children'])) {
      add(last['children'] as InlineNode[], { text, format, url: null })
    } else nodes.push(linkNode(url, [textNode(text, format)]))
  } else if (last !== undefined && isText(last) && last.format === format) {
    nodes[nodes.length - 1] = textNode(last.text + text, format)
  } else nodes.push(textNode(text, format))
}

function trimEnd(nodes: InlineNode[]): InlineNode[] {
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (isLineBreak(last)) nodes.pop()
    else if (isText(last)) {
      const text = last.text.trimEnd()
      nodes.pop()
      if (text === '') continue
      nodes.push(textNode(text, last.format))
      break
    } else break
  }
  while (nodes[0] !== undefined && isLineBreak(nodes[0])) nodes.shift()
  return nodes
}
