import { expect, it } from 'vitest'

import { isBlank } from './blank.ts'

it.each(['', '  ', '\u3000', '\u200b', '\u2060', '\u0001', '\u3164', '\uffa0', '\u2800', '——', '\u202e'])(
  'takes %j for blank',
  (text) => expect(isBlank(text)).toBe(true),
)

it.each(['林', 'A', '7', '\u200b林', '한'])('takes %j for something to read', (text) => {
  expect(isBlank(text)).toBe(false)
})
