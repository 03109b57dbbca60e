import fc from 'fast-check'
import { expect, it } from 'vitest'

import { compareTexts } from './compareTexts.ts'

const counts = ({ dropped, added, reworded }: ReturnType<typeof compareTexts>) => ({ dropped, added, reworded })

it('finds nothing where only white space is different', () => {
  const { rows, ...found } = compareTexts('第一段。\n\n  第二段。', '第一段。\n第二段。 ')
  expect(found).toEqual({ dropped: 0, added: 0, reworded: 0 })
  expect(rows.every(({ same }) => same)).toBe(true)
})

it('counts a paragraph that was left out, and keeps the rest beside its original', () => {
  const comparison = compareTexts('一\n二\n三', '一\n三')
  expect(counts(comparison)).toEqual({ dropped: 1, added: 0, reworded: 0 })
  expect(comparison.rows).toEqual([
    { original: '一', copy: '一', same: true },
    { original: '二', copy: null, same: false },
    { original: '三', copy: '三', same: true },
  ])
})

it('takes one that went and one that came in the same place for a rewording', () => {
  expect(counts(compareTexts('一\n二\n三', '一\n两\n三\n四'))).toEqual({ dropped: 0, added: 1, reworded: 1 })
})

it('shows every paragraph of both texts once and in order', () => {
  const text = fc.array(fc.constantFrom('一', '二', '三', '四'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (original, copy) => {
      const { rows } = compareTexts(original.join('\n'), copy.join('\n'))
      expect(rows.flatMap((row) => row.original ?? [])).toEqual(original)
      expect(rows.flatMap((row) => row.copy ?? [])).toEqual(copy)
      for (const row of rows) expect(row.same).toBe(row.original === row.copy)
    }),
  )
})
