import fc from 'fast-check'
import { expect, it } from 'vitest'

import { MediaHash } from '../../domain/ids.ts'
import type { Block } from '../blocks.ts'
import type { ArticleContent } from '../content.ts'
import { emptyContent } from '../content.ts'
import { heading, list, listItem, paragraph, picture } from '../make.ts'
import { compareContents, isChanged } from './contents.ts'

const of = (...blocks: Block[]): ArticleContent => ({ ...emptyContent, blocks })
const [one, two, three] = [paragraph('河水清了'), paragraph('堤岸绿了'), paragraph('游人来了')]

/** What became of each block, in the order of the comparison. */
const told = (before: ArticleContent, after: ArticleContent) =>
  compareContents(before, after).blocks.map(({ change, moved, restyled, parts }) =>
    [
      change,
      ...(moved ? ['moved'] : []),
      ...(restyled === null ? [] : [`${restyled.before}→${restyled.after}`]),
      parts.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('/'),
    ].join(' '),
  )

it('finds nothing between a text and itself', () => {
  const { titles, fields, attribution, blocks } = compareContents(of(one, two), of(one, two))
  expect([titles.filter(({ change }) => change !== 'same'), fields, attribution]).toEqual([[], [], []])
  expect(blocks.some(isChanged)).toBe(false)
})

it('shows what went where it stood, and what came where it stands', () => {
  expect(told(of(one, two), of(one, three))).toEqual(['same 河水清了', 'removed 堤岸绿了', 'added 游人来了'])
})

it('tells a moved paragraph from a new one, also when it was cut and pasted', () => {
  expect(told(of(one, two, three), of(three, one, two))).toEqual([
    'same moved 游人来了',
    'same 河水清了',
    'same 堤岸绿了',
  ])
  expect(told(of(one, two), of(one, paragraph('堤岸绿了')))).toEqual(['same 河水清了', 'same 堤岸绿了'])
})

it('tells another style from other words', () => {
  expect(told(of(one), of(heading('h2', '河水清了', one.$.id)))).toEqual(['changed paragraph→h2 河水清了'])
  const items = (start: number, id = one.$.id) => list('number', [listItem('一')], id, start)
  expect(told(of(items(1)), of(items(5, one.$.id)))[0]).toContain('number→number 5')
})

it('compares lists item by item', () => {
  const [a, b, c] = [listItem('甲'), listItem('乙'), listItem('丙')]
  const before = of(list('bullet', [a, b], one.$.id))
  const after = of(list('bullet', [a, c, { ...b, children: listItem('乙二').children }], one.$.id))
  const [block] = compareContents(before, after).blocks
  expect(block?.parts.map(({ change }) => change)).toEqual(['same', 'added', 'changed'])
})

it('numbers the items of a list as the page does, a deeper list by its own kind', () => {
  const deeper = list('bullet', [listItem('乙一')])
  const holder = { ...listItem(''), children: [deeper] }
  const text = of(list('number', [listItem('甲'), listItem('乙'), holder, listItem('丙')], one.$.id, 3))
  const [block] = compareContents(text, text).blocks
  expect(block?.parts.map(({ marks }) => marks.after)).toEqual(['3.', '4.', '•', '5.'])
})

it('compares pictures by file, caption and credit', () => {
  const file = (letter: string) => ({ media: MediaHash.parse(letter.repeat(64)), width: 4, height: 3 })
  const before = picture(file('a'), { caption: '河', credit: '林夏' }, one.$.id)
  const after = picture(file('b'), { caption: '河岸', credit: '林夏' }, one.$.id)
  const [block] = compareContents(of(before), of(after)).blocks
  expect(block?.parts.filter(({ change }) => change !== 'same').map(({ name }) => name)).toEqual(['file', 'caption'])
})

it('shows both versions of a clash', () => {
  const version = (text: string) => ({ who: null, when: '2026-03-05T08:00:00.000Z', blocks: [paragraph(text)] })
  const clash: Block = { type: 'clash', version: 1, $: one.$, of: 'body', versions: [version('甲说'), version('乙说')] }
  const [block] = compareContents(of(one), of(clash)).blocks
  expect(block).toMatchObject({ change: 'changed', restyled: { before: 'paragraph', after: 'clash' } })
  expect(block?.parts.map(({ name, change }) => [name, change])).toEqual([
    ['text', 'removed'],
    ['version', 'added'],
    ['version', 'added'],
  ])
})

it('names fields that are different, and compares title lines by words', () => {
  const before = { ...emptyContent, fields: { ...emptyContent.fields, headline: '大桥上午通车' } }
  const { attribution } = before.fields
  const after = {
    ...before,
    fields: {
      ...before.fields,
      headline: '大桥下午通车',
      columnId: 'local',
      attribution: { ...attribution, editor: '林夏' },
    },
  }
  const compared = compareContents(before, after)
  expect(compared.fields).toEqual(['columnId'])
  expect(compared.attribution).toEqual(['editor'])
  expect(compared.titles.find(({ line }) => line === 'headline')?.pieces.map(({ text }) => text)).toEqual([
    '大桥',
    '上午',
    '下午',
    '通车',
  ])
})

it('shows every block of both texts once, and those of the new one in their order', () => {
  const blocks = fc.uniqueArray(fc.constantFrom(one, two, three, paragraph('四'), paragraph('五')))
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const compared = compareContents(of(...before), of(...after)).blocks
      expect(compared.flatMap((block) => block.after ?? [])).toEqual(after)
      expect(new Set(compared.flatMap((block) => block.before ?? []))).toEqual(new Set(before))
    }),
  )
})
