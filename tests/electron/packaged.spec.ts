import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page, PlaywrightWorkerArgs } from '@playwright/test'

import { photograph } from '#pictures/testing/samples.ts'
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
  const program = spawn(
    packed ?? '',
    [...rootFlags, '--trial', '--disable-gpu', '--remote-debugging-port=0', '--inspect=0'],
    {
      env: { ...process.env, GALLEY_TRIAL_DIR: folder, GALLEY_CORE_NODE: process.execPath, LANGUAGE: 'zh_CN', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
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

const connector =
  ({ chromium }: PlaywrightWorkerArgs['playwright']) =>
  async (url: string): Promise<Page> => {
    const browser = await chromium.connectOverCDP(url)
    const pages = () => browser.contexts().flatMap((context) => context.pages())
    await expect.poll(() => pages().length, { timeout: 30_000 }).toBe(1)
    return pages()[0]!
  }

test('the packed program keeps what is written, and nothing turns it into a bare Node', async ({ playwright }) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-packed-'))
  const connect = connector(playwright)
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

/** Each runs in a process or a thread of its own, whose file and binaries have to be in the package. */
test('searching, backing up and adding a picture work in the packed program', async ({ playwright }) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-packed-'))
  try {
    const program = await start(folder, connector(playwright))
    const { page } = program
    await atWork(page)
    await startOriginal(page, '盐田开秤')
    await writeBody(page, '今年的第一担新盐上了秤。')
    await saved(page)

    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('新盐')
    await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Escape')

    const chooser = page.waitForEvent('filechooser')
    await bodyOf(page).click()
    await page.getByRole('button', { name: '插入图片' }).click()
    await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph({}) })
    await expect(page.getByRole('group', { name: '图片资料' })).toBeVisible({ timeout: 30_000 })
    await saved(page)

    await page.keyboard.press('ControlOrMeta+,')
    const settings = page.getByRole('dialog', { name: '设置' })
    await settings.getByRole('button', { name: '立即备份' }).click()
    await expect(settings.getByText(/MB/)).toBeVisible({ timeout: 30_000 })
    await program.close()
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
})
