import { paragraph } from '../make.ts'
import type { Lines } from './decode.ts'
import type { Body } from './readBody.ts'

/**
 * Plain text: each line is a paragraph, without its indent. Lines of Latin text that were broken at the right margin
 * are put together again up to the next empty line. A first line that is short, does not end like a sentence, is not
 * indented and has text below it is the headline.
 */
export function readPlainText({ text, firstLine }: Lines, titleIsBlock: boolean): Body {
  const lines = text.split(/\n[^\S\n]*\n/).flatMap((part) => paragraphs(part.split('\n')))
  const [first, ...rest] = lines.filter((line) => line.trim() !== '')
  if (first === undefined) return { title: null, blocks: [], lines: new Map() }
  const title =
    !titleIsBlock && rest.length > 0 && isTitle(first)
      ? { text: first.trim(), line: firstLine + text.split('\n').findIndex((line) => line.trim() !== '') }
      : null
  const words = title === null ? [first, ...rest] : rest
  return { title, blocks: words.map((line) => paragraph(line.trim())), lines: new Map() }
}

/** Longest headline, in full-width characters; a Latin letter takes half of one. */
const titleWidth = 40
/** Shortest line that can have been broken at a margin. */
const margin = 50

const isTitle = (line: string): boolean =>
  !/^\s/.test(line) && width(line) <= titleWidth && !/[。！？…；：，、.!?;:,][”’"')）」』]*\s*$/u.test(line)

function paragraphs(lines: string[]): string[] {
  const broken =
    lines.length > 1 && !lines.some(isWide) && lines.slice(0, -1).every((line) => line.trim().length >= margin)
  return broken ? [lines.map((line) => line.trim()).join(' ')] : lines
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu

const isWide = (line: string): boolean => line.search(wide) >= 0

function width(line: string): number {
  const all = Array.from(line.trim()).length
  const full = line.match(wide)?.length ?? 0
  return full + (all - full) / 2
}
