import { expect, it } from 'vitest'

import { joinsTokens, splitTokens } from './tokens.ts'

it('reads names however people list them', () => {
  expect(splitTokens('王小明、李雪，Ann Lee; Bo Ek\n赵云')).toEqual(['王小明', '李雪', 'Ann Lee', 'Bo Ek', '赵云'])
})

it('keeps the space inside a name and drops what is empty or said twice', () => {
  expect(splitTokens(' Ann  Lee ,, 李雪、李雪 ')).toEqual(['Ann  Lee', '李雪'])
})

it('knows when a name has ended', () => {
  expect(joinsTokens('王小明、')).toBe(true)
  expect(joinsTokens('王小明')).toBe(false)
})
