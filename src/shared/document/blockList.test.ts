import fc from 'fast-check'
import { expect, it } from 'vitest'

import { BlockId } from '../domain/ids.ts'
import { BlockList } from './blockList.ts'
import { blockId } from './blocks.ts'
import { emptyContent } from './content.ts'
import type { JournalOp } from './journal.ts'
import { applyJournal } from './journal.ts'
import { paragraph } from './make.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map((name) => BlockId.parse(name))
const op: fc.Arbitrary<JournalOp> = fc.oneof(
  fc.record({
    op: fc.constant('put' as const),
    after: fc.option(id),
    block: fc.tuple(fc.string({ maxLength: 3 }), id).map(([text, blockId]) => paragraph(text, blockId)),
  }),
  fc.record({ op: fc.constant('remove' as const), id }),
)

it('does in one batch what the same steps do one by one', () => {
  const oneByOne = (ops: JournalOp[]) => ops.reduce((content, step) => applyJournal(content, [step]), emptyContent)
  fc.assert(
    fc.property(fc.array(op, { maxLength: 60 }), (ops) => {
      expect(applyJournal(emptyContent, ops)).toEqual(oneByOne(ops))
    }),
  )
})

it('knows what stands where, whatever was put and removed', () => {
  fc.assert(
    fc.property(fc.array(op, { maxLength: 60 }), (ops) => {
      const list = new BlockList([])
      for (const step of ops) {
        if (step.op === 'put') list.put(step.after, step.block)
        else if (step.op === 'remove') list.remove(step.id)
      }
      const { blocks } = applyJournal(emptyContent, ops)
      expect(Array.from(list)).toEqual(blocks)
      for (const [index, block] of blocks.entries()) {
        expect(list.get(blockId(block))).toBe(block)
        expect(list.idBefore(blockId(block))).toBe(blocks[index - 1]?.$.id ?? null)
        expect(list.idAfter(blockId(block))).toBe(blocks[index + 1]?.$.id ?? null)
      }
    }),
  )
})

it('takes in a book that somebody pastes without holding up the next keystroke', () => {
  const blocks = Array.from({ length: 20_000 }, (_, n) => paragraph(String(n)))
  const ops = blocks.map((block, n): JournalOp => ({
    op: 'put',
    after: n === 0 ? null : blockId(blocks[n - 1]!),
    block,
  }))
  // Comparing every pair of blocks would be 400,000,000 steps.
  expect(applyJournal(emptyContent, ops).blocks).toEqual(blocks)
  expect(applyJournal({ ...emptyContent, blocks }, ops.toReversed()).blocks).toHaveLength(20_000)
})
