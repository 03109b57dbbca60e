import { expect, it } from 'vitest'

import { moveCursor } from './listKeys.ts'

it('moves a line, a page, or to either end, and stays inside', () => {
  expect(moveCursor('ArrowDown', 3, 10, 4)).toBe(4)
  expect(moveCursor('ArrowDown', 9, 10, 4)).toBe(9)
  expect(moveCursor('ArrowUp', 0, 10, 4)).toBe(0)
  expect(moveCursor('PageDown', 1, 10, 4)).toBe(4)
  expect(moveCursor('PageUp', 1, 10, 4)).toBe(0)
  expect(moveCursor('End', 1, 100_000, 4)).toBe(99_999)
  expect(moveCursor('Home', 5, 10, 4)).toBe(0)
})

it('leaves other keys, and an empty list, alone', () => {
  expect(moveCursor('a', 3, 10, 4)).toBeNull()
  expect(moveCursor('End', 0, 0, 4)).toBeNull()
})

it('starts at the first line when nothing had the cursor', () => {
  expect(moveCursor('ArrowDown', -1, 10, 4)).toBe(0)
})
