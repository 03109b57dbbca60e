import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { writeEntrancePage } from './entrancePage.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-entrance-'))
})
afterEach(() => rm(folder, { recursive: true }))

const address = 'http://127.0.0.1:4000/?token=a-b_c'

it('names the way in without naming its token', async () => {
  const page = await writeEntrancePage(folder, address)
  expect(page.url).toMatch(/^file:/)
  expect(page.url).not.toContain('a-b_c')
  expect(await readFile(fileURLToPath(page.url), 'utf8')).toContain(`content="0; url=${address}"`)
})

it.skipIf(process.platform === 'win32')('can be read by this account alone', async () => {
  const file = fileURLToPath((await writeEntrancePage(folder, address)).url)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(dirname(file))).mode & 0o777).toBe(0o700)
})

it('leaves nothing behind', async () => {
  const page = await writeEntrancePage(join(folder, 'new'), address)
  await page.remove()
  await page.remove()
  expect(await readdir(join(folder, 'new'))).toEqual([])
})
