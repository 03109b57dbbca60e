import { expect, it } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { translator } from '#shared/messages/format.ts'
import type { Attribution } from '#shared/domain/attribution.ts'
import { comparedRows, onlyChanges } from './rows.ts'

const blocks = Array.from({ length: 20 }, (_, n) => paragraph(`第${String(n)}段`))
const text = { ...emptyContent, blocks }
const comparing = { newsroom: null, t: translator('zh') }

it('shows changes with their neighbours and counts the rest', () => {
  const after = { ...text, blocks: blocks.map((block, n) => (n === 10 ? paragraph('改过的一段', block.$.id) : block)) }
  const rows = onlyChanges(comparedRows({ before: text, after, ...comparing }))
  expect(rows.map((row) => (row.kind === 'gap' ? row.count : row.changed))).toEqual([9, false, true, false, 8])
})

it('brings back a block by both of its ids, a title line and a field by name', () => {
  const attribution: Attribution = { ...emptyContent.fields.attribution, editor: '林夏' }
  const pasted = paragraph('第0段')
  const after = { ...text, fields: { ...text.fields, headline: '新题', attribution }, blocks: [pasted] }
  const rows = comparedRows({ before: { ...text, blocks: blocks.slice(0, 1) }, after, ...comparing })
  expect(rows.map((row) => (row.kind === 'gap' ? null : row.parts))).toEqual([
    { blocks: [], fields: ['headline'], attribution: [] },
    { blocks: [], fields: [], attribution: ['editor'] },
    { blocks: [blocks[0]?.$.id, pasted.$.id], fields: [], attribution: [] },
  ])
})
