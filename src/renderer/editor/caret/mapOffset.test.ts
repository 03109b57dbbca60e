import { describe, expect, it } from 'vitest'

import { mapOffset } from './mapOffset.ts'

/** The caret is the bar. */
const mapped = (before: string, after: string): string => {
  const offset = before.indexOf('|')
  const place = mapOffset(before.replace('|', ''), after, offset)
  return `${after.slice(0, place)}|${after.slice(place)}`
}

describe('a place in words that somebody else edits', () => {
  it.each([
    ['桥上|灯亮了', '新桥上灯亮了。', '新桥上|灯亮了。'],
    ['灯亮|了。人来', '街灯亮了。很多人来', '街灯亮|了。很多人来'],
    ['the old |red car', 'an old red bike', 'an old |red bike'],
    ['the old re|d car', 'an old red bike', 'an old re|d bike'],
    ['甲|乙', '甲外乙', '甲|外乙'],
    ['甲|', '甲外', '甲|外'],
    ['|甲', '外甲', '|外甲'],
    ['甲乙|丙', '甲丙', '甲|丙'],
    ['甲乙|丙', '', '|'],
    ['|', '外', '|外'],
    ['甲|乙。丙丁戊己。', '丙丁戊己。甲乙。', '丙丁戊己。甲|乙。'],
    ['re|d car. A longer line.', 'A longer line. added bed', '|A longer line. added bed'],
  ])('%s becomes %s', (before, after, expected) => {
    expect(mapped(before, after)).toBe(expected)
  })
})
