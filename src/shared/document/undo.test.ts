import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BlockId } from '../domain/ids.ts'
import type { ArticleContent } from './content.ts'
import { emptyContent } from './content.ts'
import { applyJournal } from './journal.ts'
import { paragraph } from './make.ts'
import type { Direction } from './undo.ts'
import { opsOf } from './undoOps.ts'
import { stepBetween } from './undoStep.ts'

const named = (name: string, text = name) => paragraph(text, BlockId.parse(name))
const titled = (headline: string, editor = '林夏') => ({
  ...emptyContent.fields,
  headline,
  attribution: { ...emptyContent.fields.attribution, editor },
})
const text = (headline: string, ...blocks: string[]): ArticleContent => ({
  ...emptyContent,
  fields: titled(headline),
  blocks: blocks.map((name) => named(name)),
})

const content = fc
  .record({
    names: fc.uniqueArray(fc.stringMatching(/^[a-k]$/), { maxLength: 11 }),
    words: fc.array(fc.constantFrom('', '长', '江'), { minLength: 11, maxLength: 11 }),
    headline: fc.constantFrom('旧题', '新题'),
    editor: fc.constantFrom('林夏', '周原'),
  })
  .map(({ names, words, headline, editor }) => ({
    ...emptyContent,
    fields: titled(headline, editor),
    blocks: names.map((name, index) => named(name, name + (words[index] ?? ''))),
  }))

function go(direction: Direction, from: [ArticleContent, ArticleContent], now: ArticleContent): ArticleContent | null {
  const step = stepBetween(randomUUID(), ...from)
  const ops = step === null ? [] : opsOf(step, direction, now)
  return ops && applyJournal(now, ops)
}

describe('a step between two whole texts', () => {
  it('leads back to the one and forward to the other', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(go('undo', [before, after], after)).toEqual(before)
        expect(go('redo', [before, after], before)).toEqual(after)
      }),
      { numRuns: 3000 },
    )
  })

  it('is none between two that are the same', () => {
    expect(stepBetween(randomUUID(), text('题', 'a'), text('题', 'a'))).toBeNull()
  })

  it('leaves what somebody else has written since', () => {
    const [before, after] = [text('旧题', 'a', 'b'), text('新题', 'b')]
    const since: ArticleContent = { ...after, fields: titled('别人的题', '周原'), blocks: [named('b', 'b。又及')] }
    expect(go('undo', [before, after], since)).toEqual({ ...since, blocks: [named('a'), named('b', 'b。又及')] })
  })
})
