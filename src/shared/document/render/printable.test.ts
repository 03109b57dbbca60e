import { describe, expect, it } from 'vitest'

import { plainLine, printable, printableLine } from './printable.ts'

describe('text for any output', () => {
  it.each([
    ['a\0b', 'ab'],
    ['a\u001Bb\u009Cc', 'abc'],
    ['a\uFFFEb\u{1FFFF}c', 'abc'],
    ['a\uD800b', 'a\uFFFDb'],
    ['第一行\n\t第二行', '第一行\n\t第二行'],
    ['e\u0301 👨‍👩‍👧 ᠮᠣᠩᠭᠣᠯ', 'e\u0301 👨‍👩‍👧 ᠮᠣᠩᠭᠣᠯ'],
  ])('%j becomes %j', (text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  it('folds a line to one line', () => {
    expect(printableLine('　甲\r\n 乙\u2028丙 ')).toBe('甲 乙 丙')
  })

  it('keeps marks of direction where they can be isolated, and drops them where they cannot', () => {
    expect(printableLine('甲\u202E乙')).toBe('甲\u202E乙')
    expect(plainLine('甲\u202E乙\u2066丙')).toBe('甲乙丙')
  })
})
