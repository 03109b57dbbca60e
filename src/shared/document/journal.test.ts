import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BlockId } from '../domain/ids.ts'
import type { Block } from './blocks.ts'
import { blockId } from './blocks.ts'
import { emptyContent } from './content.ts'
import type { JournalOp } from './journal.ts'
import { applyJournal } from './journal.ts'
import { paragraph } from './make.ts'

const id = (name: string) => BlockId.parse(name)
const block = (name: string, text = name): Block => paragraph(text, id(name))
const put = (name: string, after: string | null, text = name): JournalOp => ({
  op: 'put',
  after: after === null ? null : id(after),
  block: block(name, text),
})
const order = (ops: JournalOp[], start: Block[] = []) =>
  applyJournal({ ...emptyContent, blocks: start }, ops).blocks.map(blockId)

describe('journal steps', () => {
  it('put blocks first, behind another, and in place', () => {
    expect(order([put('b', null), put('a', null), put('c', 'b'), put('b', 'a', 'changed')])).toEqual(['a', 'b', 'c'])
  })

  it('move a block by putting it elsewhere', () => {
    const start = ['a', 'b', 'c'].map((name) => block(name))
    expect(order([put('c', null)], start)).toEqual(['c', 'a', 'b'])
    expect(order([put('a', 'c')], start)).toEqual(['b', 'c', 'a'])
  })

  it('never drop words: a block whose neighbour is gone lands at the end', () => {
    expect(order([put('x', 'gone')], [block('a')])).toEqual(['a', 'x'])
  })

  it('change only the fields that they name', () => {
    const { fields } = applyJournal(emptyContent, [
      { op: 'fields', fields: { headline: '题' } },
      { op: 'attribution', attribution: { editor: '林知夏' } },
      { op: 'fields', fields: { deck: '副题', headline: undefined } },
    ])
    expect(fields).toMatchObject({
      headline: '题',
      deck: '副题',
      attribution: { editor: '林知夏', responsibleEditor: '' },
    })
  })

  it('give the same article when a batch is applied a second time', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const step: fc.Arbitrary<JournalOp> = fc.oneof(
      fc
        .tuple(name, fc.option(name))
        .filter(([moved, after]) => moved !== after)
        .map(([moved, after]) => put(moved, after)),
      name.map((removed) => ({ op: 'remove' as const, id: id(removed) })),
    )
    fc.assert(
      fc.property(step, (op) => {
        const start = { ...emptyContent, blocks: ['a', 'c', 'e'].map((existing) => block(existing)) }
        const once = applyJournal(start, [op])
        expect(applyJournal(once, [op])).toEqual(once)
      }),
    )
  })
})
