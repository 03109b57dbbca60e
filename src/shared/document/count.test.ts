import { expect, it } from 'vitest'

import { countText } from './count.ts'

it.each([
  ['', 0, 0],
  ['河水退了。', 4, 5],
  ['2026年3月，GDP增长5.2%', 8, 17],
  ['The mayor’s office re-opened', 4, 25],
  ['第1版 A1', 4, 5],
  ['かなカナ 한글', 6, 6],
  ['𠮷野家', 3, 3],
])('counts %j as %i words and %i characters', (text, words, characters) => {
  expect(countText(text)).toEqual({ words, characters })
})
