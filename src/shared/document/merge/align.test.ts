import { expect, it } from 'vitest'

import { align } from './align.ts'

const pairs = (before: string, after: string): string =>
  Array.from(align(before.split(''), after.split('')).entries())
    .flatMap(([index, at]) => (at < 0 ? [] : [`${before[index] ?? ''}${String(index)}-${String(at)}`]))
    .join(' ')

it('finds the words that both texts have, and skips those that only one of them has', () => {
  expect(pairs('甲丙丙乙丁', '戊丙己乙')).toBe('丙1-1 乙3-3')
  expect(pairs('甲乙丙', '丁戊己')).toBe('')
})

it('takes two texts that differ in more than 400 places for different ones, but for words that stand once', () => {
  const others = (from: number) => String.fromCodePoint(...Array.from({ length: 201 }, (_, n) => from + n))
  expect(pairs(`${others(0x5000)}甲甲`, `甲甲${others(0x6000)}`)).toBe('')
  expect(pairs(`${others(0x5000)}甲`, `甲${others(0x6000)}`)).toBe('甲201-0')
})
