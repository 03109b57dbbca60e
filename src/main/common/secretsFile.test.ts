import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { GalleyError } from '#shared/rpc/errors.ts'
import { secretsFile } from './secretsFile.ts'

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-secrets-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'profile', 'secrets.json')
}

it('keeps secrets over a restart, readable by this account only', async () => {
  const file = await place()
  expect(await secretsFile(file).get('device-key')).toBeNull()
  await secretsFile(file).set('device-key', '私钥')
  expect(await secretsFile(file).get('device-key')).toBe('私钥')
  // Windows has no such bits: there, the folder of the account keeps others out.
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it('keeps all of what is written at once', async () => {
  const file = await place()
  const secrets = secretsFile(file)
  await Promise.all(['a', 'b', 'c'].map((name) => secrets.set(name, `${name}!`)))
  expect(await Promise.all(['a', 'b', 'c'].map((name) => secrets.get(name)))).toEqual(['a!', 'b!', 'c!'])
})

it('writes nothing down when sealing fails, and goes on with the next', async () => {
  const file = await place()
  let locked = true
  const secrets = secretsFile(file, {
    seal: async (value) => {
      if (locked) throw new GalleyError('keychain_unavailable')
      return value.toUpperCase()
    },
    unseal: async (sealed) => sealed.toLowerCase(),
  })
  await expect(secrets.set('key', 'abc')).rejects.toMatchObject({ code: 'keychain_unavailable' })
  expect(await secrets.get('key')).toBeNull()
  locked = false
  await secrets.set('key', 'abc')
  expect(await readFile(file, 'utf8')).toContain('ABC')
  expect(await secrets.get('key')).toBe('abc')
})

it('does not replace a file that it cannot read', async () => {
  const file = await place()
  await secretsFile(file).set('key', 'abc')
  await writeFile(file, '{"key":')
  await expect(secretsFile(file).set('other', 'x')).rejects.toThrow()
  expect(await readFile(file, 'utf8')).toBe('{"key":')
})
