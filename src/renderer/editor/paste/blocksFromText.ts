import type { ParagraphBlock } from '#shared/document/blocks.ts'
import { withoutDirections } from '#shared/document/directions.ts'
import { paragraph } from '#shared/document/make.ts'

/** Lines with something in them. Of several, each loses the blanks that stand in for an indent or an empty line. */
export function linesOf(text: string): string[] {
  const lines = visible(text).split(/\r\n|[\r\n\u2028\u2029\v\f]/)
  if (lines.length === 1) return lines.filter((line) => line !== '')
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

export const paragraphsOf = (lines: readonly string[]): ParagraphBlock[] => lines.map((line) => paragraph(line))

/**
 * Without control characters and halves of characters, which no reader could see and no file could hold, and without
 * what shows words in another order.
 */
export const visible = (text: string): string =>
  withoutDirections(text.toWellFormed())
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\uFEFF\uFFFE\uFFFF]/gu, (character) => (/[\r\n\v\f]/.test(character) ? character : ''))
