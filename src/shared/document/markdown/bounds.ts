import type { Lines } from './decode.ts'
import { importError } from './problem.ts'

/** As many blocks as an article may have: see ArticleContent. */
export const maxBlocks = 20_000

/**
 * What Markdown takes much longer than its length to read: the time grows with the square of the marks in a paragraph,
 * and a hostile file of 60 KB stops a computer for minutes. No copy comes near these figures.
 */
const maxMarks = { inParagraph: 3_000, inFile: 40_000 }
const maxLines = 50_000
/** Columns before the words of a line: indents, list markers and quotation marks of everything that it is nested in. */
const maxNesting = 200

const nesting = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/

/** Refuses what cannot be an article before any time is spent on it. */
export function checkBounds({ text, firstLine }: Lines): void {
  const lines = text.split('\n')
  let [inParagraph, inFile, paragraphs] = [0, 0, 0]
  let blank = true
  lines.forEach((line, index) => {
    const place = { line: firstLine + index, field: 'body' }
    const wasBlank = blank
    blank = line.trim() === ''
    if (wasBlank && !blank) {
      paragraphs += 1
      inParagraph = 0
    }
    if ((nesting.exec(line)?.[0].trimEnd().length ?? 0) > maxNesting) throw importError(place, 'tooDeep')
    const marks = line.match(/[*_~[\]`<&]/g)?.length ?? 0
    inParagraph += marks
    inFile += marks
    if (inParagraph > maxMarks.inParagraph || inFile > maxMarks.inFile) throw importError(place, 'tooManyMarks')
    if (paragraphs > maxBlocks || index > maxLines) throw importError(place, 'tooManyBlocks', { limit: maxBlocks })
  })
}
