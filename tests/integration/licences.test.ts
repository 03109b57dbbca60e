import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { incompatible, isCompatible, renderList } from '../../scripts/licences/licences.ts'
import { readLock, shipped } from '../../scripts/licences/lock.ts'

const packages = shipped(readLock())
const Manifest = z.object({ version: z.string(), license: z.string().optional() })

it('lists what the lock file ships (else: npm run licences)', () => {
  expect(readFileSync('THIRD_PARTY_LICENCES.md', 'utf8')).toBe(renderList(packages))
})

it('ships nothing whose licence does not fit', () => {
  expect(incompatible(packages)).toEqual([])
})

it('lists what is installed, under the licence that the package itself names', () => {
  const installed = packages.filter(({ path }) => existsSync(path))
  expect(installed.length).toBeGreaterThan(0)
  const actual = installed.map(({ name, path }) => {
    const { version, license } = Manifest.parse(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')))
    return { name, version, licence: license ?? null }
  })
  expect(actual).toEqual(installed.map(({ name, version, licence }) => ({ name, version, licence })))
})

it('follows what a package depends on, and leaves tools out', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'electron', 'fastify', 'lexical', 'pino', 'react']))
  expect(names).not.toEqual(expect.arrayContaining(['vitest']))
  expect(names.filter((name) => name.startsWith('@types/') || name === 'axe-core')).toEqual([])
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND Zlib', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  [null, false],
])('%s: %s', (expression, fits) => {
  expect(isCompatible(expression)).toBe(fits)
})
