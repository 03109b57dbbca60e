import { describe, expect, it } from 'vitest'

import { formatters } from './formatters.ts'

const zh = formatters('zh', 'Asia/Shanghai')
const en = formatters('en', 'Asia/Shanghai')
const now = new Date('2026-03-02T06:00:00.000Z')

describe('a moment in a list', () => {
  it('is the time when it is today, by the newsroom’s day and the 24-hour clock', () => {
    expect(zh.short('2026-03-01T16:05:00.000Z', now)).toBe('00:05')
    expect(en.short('2026-03-02T05:59:00.000Z', now)).toBe('13:59')
  })

  it('is the day when it is this year, and the date when it is not', () => {
    expect(zh.short('2026-03-01T15:59:00.000Z', now)).toBe('3月1日')
    expect(en.short('2026-01-09T03:00:00.000Z', now)).toBe('Jan 9')
    expect(zh.short('2025-12-31T03:00:00.000Z', now)).toBe('2025年12月31日')
  })
})

it('names today and yesterday by the calendar, and other days by their date', () => {
  expect(zh.day('2026-03-01T16:05:00.000Z', now)).toBe('今天')
  expect(zh.day('2026-03-01T15:59:00.000Z', now)).toBe('昨天')
  expect(en.day('2026-03-01T06:00:00.000Z', now)).toBe('Yesterday')
  expect(en.day('2026-02-27T15:59:00.000Z', now)).toBe('Feb 27, 2026')
  expect(en.day('2027-03-02T06:00:00.000Z', now)).toBe('Mar 2, 2027')
})

it('tells how long ago', () => {
  expect(zh.relative('2026-03-02T05:57:00.000Z', now)).toBe('3分钟前')
  expect(en.relative('2026-03-01T05:00:00.000Z', now)).toBe('yesterday')
  expect(zh.relative('2026-03-02T05:59:58.000Z', now)).toBe('现在')
})

it('sorts Chinese by sound', () => {
  expect(['张三', '阿明', '王五', '李四'].toSorted(zh.compare)).toEqual(['阿明', '李四', '王五', '张三'])
})

it('sorts numbers in names as numbers', () => {
  expect(['第10期', '第2期'].toSorted(zh.compare)).toEqual(['第2期', '第10期'])
})
