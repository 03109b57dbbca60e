import { expect, test } from 'vitest'

import { Desktop } from '../testing/desktop.ts'
import { password, sharedNewsroom } from '../testing/newsroom.ts'
import { newDeviceId } from '#shared/domain/ids.ts'

const at = sharedNewsroom({ limits: { perAddressAndMinute: 40, wrongPasswordsPerAccount: 3 } })

test('a password can be guessed at a few times only, and other accounts are not locked out with it', async () => {
  const desktop = new Desktop(at.server.url)
  for (const guess of ['a', 'b', 'c']) expect((await desktop.enrol('song', guess)).status).toBe(401)
  expect(await desktop.enrol('ＳＯＮＧ', password)).toMatchObject({
    status: 429,
    body: { code: 'rate_limited', retryable: true },
  })
  expect((await desktop.enrol('zhou', password)).status).toBe(200)
})

test('guessing at the same time is no way around it', async () => {
  const guesses = Array.from({ length: 12 }, (_, n) => new Desktop(at.server.url).enrol('bai', `guess ${n}`))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(3)
  expect(statuses.filter((status) => status === 429)).toHaveLength(9)
})

test('an address asks for challenges only so often', async () => {
  const ask = () => at.lin.ask('POST', '/desk/v1/challenges', { deviceId: newDeviceId() })
  const statuses = await Promise.all(Array.from({ length: 45 }, async () => (await ask()).status))
  expect(statuses).toContain(429)
  expect((await at.lin.ask('GET', '/desk/v1/newsroom')).status).toBe(200)
})
