import { describe, expect, it } from 'vitest'

import { addTokens, joinsTokens, splitTokens } from './tokens.ts'

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

describe('a list with limits', () => {
  const limits = { most: 3, longest: 4 }

  it('takes each name once, in order', () => {
    expect(addTokens(['王小明'], '李雪、王小明', limits)).toEqual({ values: ['王小明', '李雪'], rest: '' })
  })

  it('takes no name that is too long and none too many, and hands them back to be shortened', () => {
    expect(addTokens(['甲'], '赵钱孙李周、乙、丙、丁', limits)).toEqual({
      values: ['甲', '乙', '丙'],
      rest: '赵钱孙李周、丁',
    })
  })

  it('has none without being told', () => {
    expect(addTokens([], '赵钱孙李周', {})).toEqual({ values: ['赵钱孙李周'], rest: '' })
  })
})
