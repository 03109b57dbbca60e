import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { findAsset } from './assets.ts'

let folder: string
let root: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-assets-')))
  root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), '')
  await writeFile(join(root, 'assets', 'a b.js'), '')
  await writeFile(join(root, 'notes.md'), '')
  await writeFile(join(folder, 'secret.js'), '')
  // Its path begins with the root's, and is not inside of it.
  await mkdir(`${root}-old`)
  await writeFile(join(`${root}-old`, 'secret.js'), '')
  await symlink(join(folder, 'secret.js'), join(root, 'link.js'))
  await symlink(`${root}-old`, join(root, 'old'))
})

afterAll(() => rm(folder, { recursive: true }))

it('finds the files of the renderer with their types', async () => {
  expect(await findAsset(root, '/')).toEqual({ path: join(root, 'index.html'), mimeType: 'text/html; charset=utf-8' })
  expect(await findAsset(root, '/assets/a%20b.js')).toEqual({
    path: join(root, 'assets', 'a b.js'),
    mimeType: 'text/javascript; charset=utf-8',
  })
})

it.each([
  '/missing.js',
  '/assets',
  '/notes.md',
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/%2E%2E%2Fsecret.js',
  '/%252e%252e/secret.js',
  '/..\\secret.js',
  '/%5c%5cserver%5cshare%5csecret.js',
  '/C:/secret.js',
  '/index.html::$DATA',
  '/secret.js%00.html',
  '/%zz',
  '/link.js',
  '/old/secret.js',
  '/../renderer-old/secret.js',
])('finds nothing at %s', async (path) => {
  expect(await findAsset(root, path)).toBeNull()
})
