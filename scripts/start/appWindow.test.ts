import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, it } from 'vitest'

import { openAppWindow } from './appWindow.ts'
import { ended } from './children.ts'

it('shows the address without its token on the command line, which every account can read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-window-'))
  const address = 'http://127.0.0.1:4000/?token=a-b_c'
  // Node stands in for a browser: it ends at once, because it knows none of the options.
  const { program, removePage } = await openAppWindow({ browser: process.execPath, address, folder })
  await ended(program)
  const line = program.spawnargs.join(' ')
  expect(line).not.toContain('a-b_c')
  const page = /--app=(file:\S+)/.exec(line)?.[1] ?? ''
  expect(await readFile(fileURLToPath(page), 'utf8')).toContain(address)
  await removePage()
  await expect(readFile(fileURLToPath(page))).rejects.toMatchObject({ code: 'ENOENT' })
  await rm(folder, { recursive: true })
})
