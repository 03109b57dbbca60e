import { createHash } from 'node:crypto'

import canonicalize from 'canonicalize'

import { compareContents, isChanged } from '#shared/document/compare/contents.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { mergeContents } from '#shared/document/merge/mergeContents.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'
import { numbered, paragraphs } from './kit/text.ts'

const limits = {
  // Measured 0.8 to 0.9: guards against looking word by word at what nobody changed.
  fewEdits: 1.7,
  // Measured 1.2 to 2.7: time grows with the text, and not with its square, which would be 10.
  longToShort: 5,
  // Measured 23 to 24, every paragraph a clash: guards against comparing words that the other text does not have.
  rewritten: 50,
  // Measured 0.3 to 0.4: guards against comparing words that are not in view.
  comparison: 0.8,
}

/**
 * Two texts of 100,000 characters from one, in this thread, where both sides edited a few paragraphs, and where both
 * rewrote all of them. And two versions beside each other, every paragraph rewritten, until the first thirty lines
 * can be shown. The floor is what has to be done with any text that came from elsewhere: its canonical form, hashed.
 */
export async function run({ quick }: { quick: boolean }): Promise<Finding> {
  const [long, short] = [texts(100_000), texts(10_000)]
  const ms = await medians(quick ? 7 : 25, quick ? 2 : 5, {
    floor: () => timed(() => [long.base, long.left, long.right].map(hash)),
    few: () => timed(() => merge(long.base, long.left, long.right)),
    fewShort: () => timed(() => merge(short.base, short.left, short.right)),
    rewritten: () => timed(() => merge(long.base, long.leftAnew, long.rightAnew)),
    comparison: () => timed(() => firstLines(long.leftAnew, long.rightAnew)),
  })
  return judge(
    {
      fewEdits: ms.few / ms.floor,
      longToShort: ms.few / ms.fewShort / 10,
      rewritten: ms.rewritten / ms.floor,
      comparison: ms.comparison / ms.floor,
      floorMs: ms.floor,
      fewEditsMs: ms.few,
      shortMs: ms.fewShort,
      rewrittenMs: ms.rewritten,
      comparisonMs: ms.comparison,
    },
    limits,
  )
}

const hash = (content: ArticleContent): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')

const side = (content: ArticleContent) => ({ content, who: null, when: '2026-03-05T01:30:00.000Z' })
const merge = (base: ArticleContent, left: ArticleContent, right: ArticleContent) =>
  mergeContents(base, side(left), side(right))

/** As many lines as a large window shows. */
const lines = 30

function firstLines(before: ArticleContent, after: ArticleContent) {
  const { blocks } = compareContents(before, after)
  return blocks
    .filter(isChanged)
    .slice(0, lines)
    .map(({ parts }) => parts)
}

/** One text and what two people made of it: each edited every fiftieth paragraph, or wrote all of them anew. */
function texts(characters: number) {
  const blocks = paragraphs(characters)
  const text = (edited: typeof blocks): ArticleContent => ({ ...emptyContent, blocks: edited })
  const every = (step: number, offset: number, words: (n: number) => string) =>
    text(blocks.map((block, n) => (n % step === offset ? paragraph(words(n), block.$.id) : block)))
  const edited = (n: number) => `${blockWords(n)}又及`
  return {
    base: text(blocks),
    left: every(50, 10, edited),
    right: every(50, 35, edited),
    leftAnew: every(1, 0, (n) => anew(n, 7)),
    rightAnew: every(1, 0, (n) => anew(n, 11)),
  }
}

const blockWords = (n: number): string =>
  numbered(n)
    .children.flatMap((child) => ('text' in child ? [child.text] : []))
    .join('')

/** A paragraph of 100 characters of a vocabulary of 500, like no other. */
const anew = (n: number, factor: number): string =>
  Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x4e00 + ((n * 31 + at * at * factor) % 500))).join('')
