import fc from 'fast-check'
import { expect, it } from 'vitest'

import { BlockId } from '../domain/ids.ts'
import { emptyContent } from './content.ts'
import { diffContents } from './diffContents.ts'
import { applyJournal } from './journal.ts'
import { paragraph } from './make.ts'

const named = (name: string, text = name) => paragraph(text, BlockId.parse(name))
const of = (...names: string[]) => ({ ...emptyContent, blocks: names.map((name) => named(name)) })

const content = fc
  .record({
    names: fc.uniqueArray(fc.stringMatching(/^[a-z]$/), { maxLength: 26 }),
    word: fc.constantFrom('', '长', '江'),
    headline: fc.constantFrom('旧题', '新题'),
    editor: fc.constantFrom('林夏', '周原'),
  })
  .map(({ names, word, headline, editor }) => ({
    ...emptyContent,
    fields: { ...emptyContent.fields, headline, attribution: { ...emptyContent.fields.attribution, editor } },
    blocks: names.map((name, index) => named(name, index % 3 === 0 ? name + word : name)),
  }))

it('turns any text into any other', () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      expect(applyJournal(before, diffContents(before, after))).toEqual(after)
    }),
    { numRuns: 2000 },
  )
})

it('says nothing of what is the same', () => {
  expect(diffContents(of('a', 'b'), of('a', 'b'))).toEqual([])
})

it('names the block that moved, and not those that it passed', () => {
  expect(diffContents(of('a', 'b', 'c', 'd'), of('d', 'a', 'b', 'c'))).toEqual([
    { op: 'put', after: null, block: named('d') },
  ])
})

it('names a field once, whole', () => {
  const before = of('a')
  const after = { ...before, fields: { ...before.fields, headline: '新题', columnId: 'local' } }
  expect(diffContents(before, after)).toEqual([{ op: 'fields', fields: { headline: '新题', columnId: 'local' } }])
})
