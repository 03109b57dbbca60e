import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { notInstalled } from './installed.ts'

type Packages = Record<string, object>

function folder(wanted: Packages, installed: Packages | string | null): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-installed-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'galley' }, ...wanted } }))
  const text = typeof installed === 'string' ? installed : JSON.stringify({ packages: installed })
  if (installed !== null) writeFileSync(join(root, 'node_modules', '.package-lock.json'), text)
  return root
}

const diff = { 'node_modules/diff': { version: '9.0.0' } }

test.each<[string, Packages, Packages | string | null, string | null]>([
  ['a dependency that came with a pull', { ...diff, 'node_modules/@a/b': { version: '1.0.0' } }, diff, '@a/b'],
  ['a dependency that a pull brought to another version', diff, { 'node_modules/diff': { version: '8.0.0' } }, 'diff'],
  ['nothing when all are there', diff, { ...diff, 'node_modules/old': { version: '1.0.0' } }, null],
  ['nothing that another system needs', { 'node_modules/x': { version: '1.0.0', optional: true } }, {}, null],
  ['nothing where it cannot be told', diff, 'half a fi', null],
  ['nothing where npm has noted nothing', diff, null, null],
])('names %s', (_, wanted, installed, named) => {
  expect(notInstalled(folder(wanted, installed))).toBe(named)
})

test('finds this very folder installed', () => {
  expect(notInstalled(join(import.meta.dirname, '..', '..'))).toBeNull()
})
