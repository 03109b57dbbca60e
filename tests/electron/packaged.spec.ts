import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'

import { rootFlags } from '../../scripts/start/children.ts'
import { atWork, bodyOf, openFrom, saved, startOriginal, writeBody } from '../e2e/desk.ts'
import { expect, test } from '../kit/host.ts'

test.describe.configure({ timeout: 120_000 })

const packed = process.env['GALLEY_PACKAGED']
test.skip(
  !packed,
  'GALLEY_PACKAGED names no packed program: `npm run package -- --linux dir -c.asarUnpack=**/*` makes one for this test',
)

interface PackedProgram {
  page: Page
  log: string[]
  close(): Promise<void>
}

/**
 * The fuses of a packed program shut out the inspector by which Playwright usually drives Electron. What is left is
 * what Chromium offers for its pages.
 */
async function start(folder: string, connect: (url: string) => Promise<Page>, env: NodeJS.ProcessEnv = {}) {
  const program = spawn(packed ?? '', [...rootFlags, '--trial', '--remote-debugging-port=0', '--inspect=0'], {
    env: { ...process.env, GALLEY_TRIAL_DIR: folder, GALLEY_CORE_NODE: process.execPath, LANGUAGE: 'zh_CN', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(program, 'exit')
  const log: string[] = []
  const lines = createInterface({ input: program.stderr })
  const address = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      log.push(line)
      const [, url] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line.includes('"core is ready"')) resolve()
    })
  })
  const url = await Promise.race([address, exited.then(() => null)])
  if (url === null) throw new Error(`the packed program did not start:\n${log.join('\n')}`)
  await Promise.race([ready, exited])
  const started: PackedProgram = {
    page: await connect(url),
    log,
    async close() {
      program.kill('SIGTERM')
      await exited
    },
  }
  return started
}

test('the packed program keeps what is written, and nothing turns it into a bare Node', async ({ playwright }) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-packed-'))
  const connect = async (url: string): Promise<Page> => {
    const browser = await playwright.chromium.connectOverCDP(url)
    const pages = () => browser.contexts().flatMap((context) => context.pages())
    await expect.poll(() => pages().length, { timeout: 30_000 }).toBe(1)
    return pages()[0]!
  }
  try {
    const first = await start(folder, connect, { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.js' })
    await atWork(first.page)
    await startOriginal(first.page, '装好以后')
    await writeBody(first.page, '打包的程序也存得住。')
    await saved(first.page)
    expect(first.log.filter((line) => line.includes('Debugger listening'))).toEqual([])
    await first.close()

    const second = await start(folder, connect)
    await openFrom(await atWork(second.page), '我的稿件', '装好以后')
    await expect(bodyOf(second.page)).toHaveText('打包的程序也存得住。')
    await second.close()
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
})
