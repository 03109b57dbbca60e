import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import { BlockId } from '#shared/domain/ids.ts'
import { OpQueue } from './opQueue.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((text) => BlockId.parse(text))

const op: fc.Arbitrary<JournalOp> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.option(id), id, fc.string({ maxLength: 3 }))
      .map(([after, block, text]): JournalOp => ({ op: 'put', after, block: paragraph(text, block) })),
  },
  { weight: 2, arbitrary: id.map((block): JournalOp => ({ op: 'remove', id: block })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ headline: fc.string({ maxLength: 3 }), deck: fc.constantFrom('x', undefined) })
      .map((fields): JournalOp => ({ op: 'fields', fields })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ editor: fc.string({ maxLength: 3 }) })
      .map((attribution): JournalOp => ({ op: 'attribution', attribution })),
  },
)

const start = { ...emptyContent, blocks: ['a', 'b', 'c'].map((name) => paragraph(name, BlockId.parse(name))) }

function queued(ops: readonly JournalOp[], limit: number): JournalOp[] {
  const queue = new OpQueue()
  for (const one of ops) queue.add(one)
  const taken: JournalOp[] = []
  while (!queue.isEmpty) taken.push(...queue.take(limit))
  return taken
}

describe('the queue of unsent steps', () => {
  it('means the same after coalescing as before', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 40 }), fc.integer({ min: 3, max: 50 }), (ops, limit) => {
        expect(applyJournal(start, queued(ops, limit))).toEqual(applyJournal(start, ops))
      }),
      { numRuns: 2000 },
    )
  })

  it('sends a paragraph once, however many keys made it', () => {
    const a = BlockId.parse('a')
    const typed = ['新', '新闻', '新闻稿'].map((text): JournalOp => ({
      op: 'put',
      after: null,
      block: paragraph(text, a),
    }))
    expect(queued(typed, 50)).toEqual([typed[2]])
  })

  it('sends title lines once', () => {
    const typed: JournalOp[] = [
      { op: 'fields', fields: { headline: '一' } },
      { op: 'fields', fields: { deck: '二' } },
      { op: 'fields', fields: { headline: '三' } },
    ]
    expect(queued(typed, 50)).toEqual([{ op: 'fields', fields: { headline: '三', deck: '二' } }])
  })
})

describe('steps that were refused', () => {
  it('mean the same under what was typed since, and say no value that is gone', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 30 }), fc.array(op, { maxLength: 30 }), (refused, since) => {
        const queue = new OpQueue()
        for (const one of refused) queue.add(one)
        const batch = queue.take(1000)
        for (const one of since) queue.add(one)
        queue.putBack(batch)
        const ops = queue.take(1000)
        const outcome = applyJournal(start, [...refused, ...since])
        expect(applyJournal(start, ops)).toEqual(outcome)
        const last = new Map(outcome.blocks.map((block) => [block.$.id, block]))
        for (const one of ops) {
          if (one.op === 'put') expect(one.block).toEqual(last.get(one.block.$.id) ?? paragraph('', one.block.$.id))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('are one step again where the block stayed in its place', () => {
    const a = BlockId.parse('a')
    const put = (text: string): JournalOp => ({ op: 'put', after: null, block: paragraph(text, a) })
    const queue = new OpQueue()
    queue.add(put('二'))
    queue.putBack([put('一')])
    expect(queue.take(10)).toEqual([put('二')])
  })
})
