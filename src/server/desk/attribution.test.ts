import { expect, test } from 'vitest'

import { dayOf } from './attribution.ts'

test('the day is the newsroom’s own, wherever the server stands', () => {
  const instant = new Date('2026-11-23T16:00:00.000Z')
  expect(dayOf(instant, 'Asia/Shanghai')).toBe('2026-11-24')
  expect(dayOf(instant, 'Europe/London')).toBe('2026-11-23')
})
