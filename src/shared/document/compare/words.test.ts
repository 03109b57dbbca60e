import fc from 'fast-check'
import { expect, it } from 'vitest'

import { linkNode, textFormat, textNode } from '../inline.ts'
import { lineOf } from './line.ts'
import { compareLines, compareStrings } from './words.ts'

const said = (before: string, after: string) =>
  compareStrings(before, after).map(
    ({ kind, text }) => ({ same: text, removed: `−${text}`, added: `+${text}`, restyled: `~${text}` })[kind],
  )

it('marks whole words of Chinese, and nothing inside of a name', () => {
  expect(said('大桥今天上午通车。', '大桥今天下午通车。')).toEqual(['大桥今天', '−上午', '+下午', '通车。'])
})

it('marks single characters where they were put into a word or taken out of it', () => {
  expect(said('居民说坐得舒服。', '居民说坐得很舒服。')).toEqual(['居民说坐得', '+很', '舒服。'])
  expect(said('居民说坐得很舒服。', '居民说坐得舒服。')).toEqual(['居民说坐得', '−很', '舒服。'])
})

it('marks words of Latin letters and their marks', () => {
  expect(said('Water is low.', 'Water was low!')).toEqual(['Water ', '−is', '+was', ' low', '−.', '+!'])
})

it('takes two lines that share next to nothing for two texts, and not for confetti', () => {
  expect(said('河道清淤工程昨日完工。', '春季运动会推迟举行，请相互转告。')).toEqual([
    '−河道清淤工程昨日完工。',
    '+春季运动会推迟举行，请相互转告。',
  ])
})

it('tells another look from other words, over the borders of words', () => {
  const plain = lineOf([textNode('河道清淤完工')])
  const bold = lineOf([textNode('河道清'), textNode('淤', textFormat.bold), textNode('完工')])
  expect(compareLines(plain, bold).map(({ kind, text }) => [kind, text])).toEqual([
    ['same', '河道清'],
    ['restyled', '淤'],
    ['same', '完工'],
  ])
  const linked = lineOf([linkNode('https://a.test/', [textNode('河道清淤完工')])])
  expect(compareLines(plain, linked)).toMatchObject([
    { kind: 'restyled', lookBefore: { url: null }, look: { url: 'https://a.test/' } },
  ])
  const moved = lineOf([linkNode('https://b.test/', [textNode('河道清淤完工')])])
  expect(compareLines(linked, moved)).toMatchObject([{ kind: 'restyled', look: { url: 'https://b.test/' } }])
})

it('does not search for ever in what has become another text', () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${String(n)} `).join('')
  expect(compareStrings(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

it('reads as both lines, whatever they are', () => {
  const look = fc.constantFrom(0, textFormat.bold, textFormat.italic)
  const line = fc.array(fc.tuple(fc.stringMatching(/^[河水清了 ,ab\n]{0,6}$/u), look), { maxLength: 8 })
  fc.assert(
    fc.property(line, line, (before, after) => {
      const [left, right] = [before, after].map((runs) => lineOf(runs.map(([text, format]) => textNode(text, format))))
      if (left === undefined || right === undefined) return
      const pieces = compareLines(left, right)
      const read = (not: 'added' | 'removed') =>
        pieces
          .filter(({ kind }) => kind !== not)
          .map(({ text }) => text)
          .join('')
      expect(read('added')).toBe(left.text)
      expect(read('removed')).toBe(right.text)
      const formats = pieces
        .filter(({ kind }) => kind !== 'removed')
        .flatMap(({ text, look: { format } }) => Array<number>(text.length).fill(format))
      expect(formats).toEqual(after.flatMap(([text, format]) => Array<number>(text.length).fill(format)))
    }),
    { numRuns: 1000 },
  )
})
