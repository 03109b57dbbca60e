import { expect, it } from 'vitest'

import { emptyContent } from './content.ts'
import { paragraph } from './make.ts'
import { takeBack } from './takeBack.ts'
import { blockText } from './text.ts'

const [one, two, three] = [paragraph('一'), paragraph('二'), paragraph('三')]
const of = (...blocks: (typeof one)[]) => ({ ...emptyContent, blocks })
const none = { blocks: [], fields: [], attribution: [] }
const texts = (content: typeof emptyContent) => content.blocks.map(blockText)

it('gives a changed paragraph its old words, and leaves the others alone', () => {
  const now = of(paragraph('改', one.$.id), paragraph('也改', two.$.id))
  expect(texts(takeBack(now, of(one, two), { ...none, blocks: [two.$.id] }))).toEqual(['改', '二'])
})

it('puts a lost paragraph back behind the nearest that it stood behind', () => {
  expect(texts(takeBack(of(one), of(one, two, three), { ...none, blocks: [three.$.id] }))).toEqual(['一', '三'])
  expect(texts(takeBack(of(three), of(one, two, three), { ...none, blocks: [one.$.id, two.$.id] }))).toEqual([
    '一',
    '二',
    '三',
  ])
})

it('moves a paragraph back', () => {
  expect(texts(takeBack(of(three, one, two), of(one, two, three), { ...none, blocks: [three.$.id] }))).toEqual([
    '一',
    '二',
    '三',
  ])
})

it('takes away what was not there yet', () => {
  expect(texts(takeBack(of(one, two), of(one), { ...none, blocks: [two.$.id] }))).toEqual(['一'])
})

it('brings single fields back', () => {
  const attribution = { ...emptyContent.fields.attribution, editor: '林夏', responsibleEditor: '周原' }
  const now = { ...emptyContent, fields: { ...emptyContent.fields, headline: '新题', deck: '新副题', attribution } }
  const { fields } = takeBack(now, emptyContent, { ...none, fields: ['headline'], attribution: ['editor'] })
  expect(fields).toMatchObject({ headline: '', deck: '新副题', attribution: { editor: '', responsibleEditor: '周原' } })
})
