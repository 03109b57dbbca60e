import { describe, expect, test } from 'vitest'

import { Desktop } from '../testing/desktop.ts'
import { password, sharedNewsroom, withDatabase } from '../testing/newsroom.ts'
import { newDeviceId } from '#shared/domain/ids.ts'
import type { TokenStatement } from '#shared/protocol/routes.ts'

let now = new Date('2026-11-23T00:00:00.000Z')
const at = sharedNewsroom({ clock: () => now })
const pass = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000))

const challengeFor = async (desktop: Desktop): Promise<TokenStatement> => {
  const { deviceId } = desktop
  const { body } = await desktop.ask('POST', '/desk/v1/challenges', { deviceId })
  return { domain: 'galley/token/1', deviceId, challenge: String(body['challenge']) }
}
const spend = (desktop: Desktop, statement: TokenStatement, signature = desktop.sign(statement)) =>
  desktop.ask('POST', '/desk/v1/tokens', { statement, signature })

describe('enrolment', () => {
  test('does not tell a wrong password from an account that does not exist', async () => {
    const desktop = new Desktop(at.server.url)
    const wrong = await desktop.enrol('lin', 'not it')
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_password' } })
    expect(await desktop.enrol('nobody', 'not it')).toEqual(wrong)
  })

  test('asked twice for the same key says the same', async () => {
    const desktop = new Desktop(at.server.url)
    const first = await desktop.enrol('lin', password)
    expect(await desktop.enrol('LIN', password)).toEqual(first)
  })

  test('does not hand one person’s device to another', async () => {
    const desktop = new Desktop(at.server.url)
    await desktop.enrol('lin', password)
    expect(await desktop.enrol('chen', password)).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })

  test('takes keys of 32 bytes only', async () => {
    const request = { account: 'lin', password, deviceName: 'x', deviceId: newDeviceId(), publicKey: 'AAAA' }
    expect(await at.lin.ask('POST', '/desk/v1/enrolments', request)).toMatchObject({ status: 400 })
  })
})

describe('a token', () => {
  test('is good for a quarter of an hour by the server’s clock', async () => {
    const desktop = await at.desktop('lin')
    pass(15 * 60 - 1)
    expect((await desktop.ask('GET', '/desk/v1/newsroom')).status).toBe(200)
    pass(1)
    expect(await desktop.ask('GET', '/desk/v1/newsroom')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    })
  })

  test('is stored as a hash only', async () => {
    const desktop = await at.desktop('lin')
    const rows = await withDatabase(at.dataDir, (store) =>
      store.read((read) => read.selectFrom('tokens').select('hash').execute()),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(desktop.token)
  })

  test('costs a challenge that is good once', async () => {
    const desktop = await at.desktop('lin')
    const statement = await challengeFor(desktop)
    expect((await spend(desktop, statement)).status).toBe(200)
    expect(await spend(desktop, statement)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  })

  test('costs a challenge that is spent by a wrong signature too', async () => {
    const desktop = await at.desktop('lin')
    const statement = await challengeFor(desktop)
    expect((await spend(desktop, statement, at.chen.sign(statement))).body['code']).toBe('bad_signature')
    expect((await spend(desktop, statement)).body['code']).toBe('unauthenticated')
  })

  test('costs a challenge of the last minute', async () => {
    const desktop = await at.desktop('lin')
    const statement = await challengeFor(desktop)
    pass(60)
    expect((await spend(desktop, statement)).body['code']).toBe('unauthenticated')
  })

  test('is not given for another device’s challenge', async () => {
    const desktop = await at.desktop('lin')
    const { challenge } = await challengeFor(at.chen)
    const statement: TokenStatement = { domain: 'galley/token/1', deviceId: desktop.deviceId, challenge }
    expect((await spend(desktop, statement)).body['code']).toBe('unauthenticated')
  })

  test('is not given to a device that nobody enrolled, which is told so only at the end', async () => {
    const stranger = new Desktop(at.server.url)
    const statement = await challengeFor(stranger)
    expect(statement.challenge).toHaveLength(43)
    expect((await spend(stranger, statement)).body['code']).toBe('unauthenticated')
  })

  test('ends with its device', async () => {
    const desktop = await at.desktop('lin')
    await at.server.newsroom.revokeDevice(desktop.deviceId)
    // A refusal of the door, not of what was asked: `revoked_key` is what an act with such a signature gets.
    expect(await desktop.ask('GET', '/desk/v1/newsroom')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    })
    expect((await desktop.signIn()).body['code']).toBe('revoked_key')
    expect((await desktop.enrol('lin', password)).body['code']).toBe('conflict')
  })

  test('is asked for by everything that is not signing in', async () => {
    const stranger = new Desktop(at.server.url)
    for (const path of ['/desk/v1/newsroom', '/desk/v1/changes?since=0', `/desk/v1/media/sha256/${'0'.repeat(64)}`]) {
      expect((await stranger.ask('GET', path)).status).toBe(401)
    }
    expect((await stranger.ask('GET', '/desk/v1/newsroom', undefined, { authorization: 'Bearer ' })).status).toBe(401)
  })
})
