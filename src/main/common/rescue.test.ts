import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { hostContract } from '#shared/contract/host.ts'
import { silentLogger } from '#shared/log.ts'
import { createClient } from '#shared/rpc/client.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'
import { serveWindow } from './hostWindow.ts'
import { rescueInto } from './rescue.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'galley-rescue-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function windowOf() {
  const [page, host] = memoryTransports()
  const window = serveWindow(host, {
    owner: null,
    openPerson: () => Promise.resolve(null),
    openExternal: () => Promise.resolve(true),
    dataDir: '/nowhere',
    showFolder: () => Promise.resolve(),
    choosePath: null,
    log: silentLogger,
  })
  return { window, page, client: createClient(hostContract, page) }
}

it('gets the words out of a window whose disk does not take them', async () => {
  const { window, client } = windowOf()
  const texts = [{ headline: '汛期', text: '还没有存上的一段。' }]
  client.on('host.unsaved', () => void client.call.host.unsavedWords({ texts }))
  expect(await window.askToSave(1)).toBe('late')
  expect(await window.unsavedTexts(5000)).toEqual(texts)
})

it('waits for a window that does not answer no longer than it was told to', async () => {
  const { window, page } = windowOf()
  expect(await window.unsavedTexts(1)).toBeNull()
  const asking = window.unsavedTexts(60_000)
  page.close()
  expect(await asking).toBeNull()
})

it('writes into the first folder that takes them', async () => {
  const [blocked, good] = [join(folder(), 'a-file'), folder()]
  writeFileSync(blocked, '')
  const at = new Date('2026-04-12T08:15:00Z')
  const file = await rescueInto([join(blocked, 'under'), good], at, [{ headline: '汛期', text: '一段。' }])
  expect(file).toBe(join(good, 'galley-unsaved-2026-04-12T08-15-00-000Z.txt'))
  expect(readFileSync(file ?? '', 'utf8')).toBe('汛期\n\n一段。\n')
  expect(await rescueInto([join(blocked, 'under')], at, [])).toBeNull()
})
