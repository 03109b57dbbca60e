import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../testing/newsroom.ts'
import { readNewsroomFile } from './firstStart.ts'
import { isPublic, refuseUnsafe } from './publicAddress.ts'
import { readSettings } from './settings.ts'

const file = (content: unknown): string => {
  const path = join(temporaryFolder(onTestFinished), 'server.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('settings', () => {
  test('keep to the loopback interface unless told otherwise', () => {
    expect(readSettings(undefined, {})).toMatchObject({ host: '127.0.0.1', port: 8470, trustProxy: [] })
  })

  test('come from the file, and the environment wins one by one', () => {
    const path = file({
      port: 9000,
      host: '10.0.0.1',
      administrator: { account: 'zhang', name: '张' },
      dataDir: 'data',
    })
    const environment = { GALLEY_SERVER_PORT: '9001', GALLEY_SERVER_ADMIN_PASSWORD: 'p', GALLEY_SERVER_HOST: '' }
    expect(readSettings(path, environment)).toMatchObject({
      host: '10.0.0.1',
      port: 9001,
      dataDir: join(path, '..', 'data'),
      administrator: { account: 'zhang', name: '张', password: 'p' },
    })
    expect(readSettings(undefined, { GALLEY_SERVER_CONFIG: path }).port).toBe(9000)
  })

  test.each([
    [{ port: 70_000 }, 'port'],
    [{ siteUrl: 'ftp://news.example' }, 'siteUrl'],
    [{ siteUrl: 'https://news.example/site' }, 'siteUrl'],
    [{ sitUrl: 'https://news.example' }, 'sitUrl'],
    ['{', 'server.json'],
    ['[]', 'JSON object'],
  ])('that cannot be used are named: %o', (content, named) => {
    expect(() => readSettings(file(content), {})).toThrow(named)
  })

  test('of a newsroom say what is missing', () => {
    expect(() => readNewsroomFile(file({ name: '河湾新闻网' }))).toThrow(/staffByline[\s\S]*stages/)
  })
})

describe('a public address', () => {
  const environment = {
    GALLEY_SERVER_HOST: '0.0.0.0',
    GALLEY_SERVER_SITE_URL: 'https://news.example',
    GALLEY_SERVER_ADMIN_PASSWORD: 'seven wet umbrellas',
  }
  const start = (change: Record<string, string>, hasPeople = false) =>
    refuseUnsafe(readSettings(undefined, { ...environment, ...change }), hasPeople)

  test.each(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost'])('is not %s', (host) => {
    expect(isPublic(host)).toBe(false)
  })
  test.each(['0.0.0.0', '::', '192.168.1.4', 'news.example', '127.0.0.1.news.example', '::ffff:127.0.0.1'])(
    'is %s',
    (host) => expect(isPublic(host)).toBe(true),
  )

  test('is served with https and a password of its own', () => {
    expect(() => start({})).not.toThrow()
    expect(() => start({ GALLEY_SERVER_ADMIN_PASSWORD: '' }, true)).not.toThrow()
  })

  test.each([
    [{ GALLEY_SERVER_SITE_URL: '' }, 'GALLEY_SERVER_SITE_URL'],
    [{ GALLEY_SERVER_SITE_URL: 'http://news.example' }, 'GALLEY_SERVER_SITE_URL'],
    [{ GALLEY_SERVER_ADMIN_PASSWORD: '' }, 'GALLEY_SERVER_ADMIN_PASSWORD'],
    [{ GALLEY_SERVER_ADMIN_PASSWORD: 'short' }, 'GALLEY_SERVER_ADMIN_PASSWORD'],
    [{ GALLEY_SERVER_ADMIN_PASSWORD: 'Changeme-please' }, 'GALLEY_SERVER_ADMIN_PASSWORD'],
  ])('is not served with %o, and the setting is named', (change, named) => {
    expect(() => start(change)).toThrow(named)
    expect(() => start({ ...change, GALLEY_SERVER_HOST: '127.0.0.1' })).not.toThrow()
  })
})
