import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { ComparedRow } from './compareTexts.ts'
import { compareTexts } from './compareTexts.ts'

const counts = ({ dropped, added, reworded }: ReturnType<typeof compareTexts>) => ({ dropped, added, reworded })

const kept = (text: string) => [{ text, changed: false }]

/** A paragraph as it reads, or nothing. */
const said = (runs: ComparedRow['original']): string[] => (runs === null ? [] : [runs.map(({ text }) => text).join('')])

it('finds nothing where only white space is different', () => {
  const { rows, ...found } = compareTexts('第一段。\n\n  第二段。', '第一段。\n第二段。 ')
  expect(found).toEqual({ dropped: 0, added: 0, reworded: 0 })
  expect(rows.every(({ same }) => same)).toBe(true)
})

it('counts a paragraph that was left out, and keeps the rest beside its original', () => {
  const comparison = compareTexts('一\n二\n三', '一\n三')
  expect(counts(comparison)).toEqual({ dropped: 1, added: 0, reworded: 0 })
  expect(comparison.rows).toEqual([
    { original: kept('一'), copy: kept('一'), same: true },
    { original: [{ text: '二', changed: true }], copy: null, same: false },
    { original: kept('三'), copy: kept('三'), same: true },
  ])
})

it('takes one that went and one that came in the same place for a rewording', () => {
  expect(counts(compareTexts('一\n二\n三', '一\n两\n三\n四'))).toEqual({ dropped: 0, added: 1, reworded: 1 })
})

it('marks only the words that are different in a reworded paragraph', () => {
  const [row] = compareTexts('大桥今天上午通车。', '大桥今天下午通车。').rows
  expect(row?.original?.filter(({ changed }) => changed)).toEqual([{ text: '上午', changed: true }])
  expect(row?.copy?.filter(({ changed }) => changed)).toEqual([{ text: '下午', changed: true }])
})

it('keeps each side’s own spelling of a paragraph that both have', () => {
  const [row] = compareTexts('第 一 段', '第一段').rows
  expect([row?.original, row?.copy]).toEqual([kept('第 一 段'), kept('第一段')])
})

it('shows every paragraph of both texts once and in order', () => {
  const text = fc.array(fc.constantFrom('一', '二', '三', '四'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (original, copy) => {
      const { rows } = compareTexts(original.join('\n'), copy.join('\n'))
      expect(rows.flatMap((row) => said(row.original))).toEqual(original)
      expect(rows.flatMap((row) => said(row.copy))).toEqual(copy)
      for (const row of rows) expect(row.same).toBe(said(row.original).join() === said(row.copy).join())
    }),
  )
})
