import { expect, it } from 'vitest'

import { dayIn } from './time.ts'

it('takes the day from the newsroom’s zone', () => {
  const evening = new Date('2026-03-05T16:30:00Z')
  expect(dayIn(evening, 'Asia/Shanghai')).toBe('2026-03-06')
  expect(dayIn(evening, 'UTC')).toBe('2026-03-05')
})
