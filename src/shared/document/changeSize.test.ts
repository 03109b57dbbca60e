import { expect, it } from 'vitest'

import { changeSize } from './changeSize.ts'
import { emptyContent } from './content.ts'
import { paragraph } from './make.ts'

const [one, two, three] = [paragraph('河水清了'), paragraph('堤岸绿了'), paragraph('游人来了')]
const of = (...blocks: (typeof one)[]) => ({ ...emptyContent, blocks })

it('is nothing where the words are the same, wherever they stand', () => {
  expect(changeSize(of(one, two), of(two, one))).toEqual({ added: 0, removed: 0 })
})

it('counts new and lost paragraphs whole', () => {
  expect(changeSize(of(one, two), of(two, three))).toEqual({ added: 4, removed: 4 })
})

it('counts inside a paragraph what stands between the first and the last difference', () => {
  expect(changeSize(of(one), of(paragraph('河水又清了', one.$.id)))).toEqual({ added: 1, removed: 0 })
  expect(changeSize(of(paragraph('一一')), of(paragraph('一一')))).toEqual({ added: 2, removed: 2 })
  expect(changeSize(of(paragraph('一一', one.$.id)), of(paragraph('一', one.$.id)))).toEqual({ added: 0, removed: 1 })
})

it('counts the title lines', () => {
  const titled = { ...emptyContent, fields: { ...emptyContent.fields, headline: '完工' } }
  expect(changeSize(emptyContent, titled)).toEqual({ added: 2, removed: 0 })
})
