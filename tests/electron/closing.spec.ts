import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { atWork, bodyOf, openFrom, saved, startOriginal, statusBar, writeBody } from '../e2e/desk.ts'
import type { RunningElectron } from '../kit/electron.ts'
import { startElectron } from '../kit/electron.ts'
import { expect, test as base } from '../kit/host.ts'
import type { Workstation } from '../kit/workstation.ts'
import { launchWorkstation } from '../kit/workstation.ts'

interface Closing {
  workstation: Workstation
  electron: () => RunningElectron
}

const test = base.extend<{ closing: Closing }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern: none
  closing: async ({}, provide) => {
    const workstation = await launchWorkstation(startElectron)
    await provide({ workstation, electron: () => workstation.host as RunningElectron })
    await workstation.close()
  },
})

test.describe.configure({ timeout: 180_000 })

/** Written while core hangs: in the window, and on no disk. */
async function writeIntoTheVoid({ workstation, electron }: Closing): Promise<Page> {
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '存不上的时候')
  await writeBody(page, '这一段已经存好。')
  await saved(page)
  process.kill(electron().log.core('linxiao'), 'SIGSTOP')
  await page.keyboard.type('这一段还在窗口里。')
  await expect(statusBar(page).getByText(/已保存到本机/)).toBeHidden()
  return page
}

/** Answers the program's question with its buttons in turn, and notes what it said. */
const answer = ({ electron }: Closing, choices: number[], file = '') =>
  electron().app.evaluate(
    ({ dialog }, given) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      const ask = (_: unknown, options: Electron.MessageBoxOptions) => {
        said.push(`${options.message} ${options.buttons?.join(' | ') ?? ''}`)
        return Promise.resolve({ response: given.choices.shift() ?? 0, checkboxChecked: false })
      }
      Object.assign(dialog, {
        showMessageBox: ask,
        showSaveDialog: () => Promise.resolve({ filePath: given.file, canceled: false }),
      })
    },
    { choices, file },
  )

const said = ({ electron }: Closing): Promise<string[]> =>
  electron().app.evaluate(() => (globalThis as unknown as { said: string[] }).said)

const closeWindow = ({ electron }: Closing) =>
  electron().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

/** As Windows tells a window that the session is to end. Answers whether the program asked it to wait. */
const endSession = ({ electron }: Closing, name: 'query-session-end' | 'session-end', reason: string) =>
  electron().app.evaluate(
    ({ BrowserWindow }, event) => {
      let waits = false
      const preventDefault = () => {
        waits = true
      }
      BrowserWindow.getAllWindows()[0]?.emit(event.name, { preventDefault, reasons: [event.reason] })
      return waits
    },
    { name, reason },
  )

test('a window whose core hangs says so within seconds, stays for whoever wants that, and closes all the same', async ({
  closing,
}) => {
  const page = await writeIntoTheVoid(closing)
  await answer(closing, [0, 2])
  await closeWindow(closing)
  await expect.poll(() => said(closing), { timeout: 15_000 }).toHaveLength(1)
  expect((await said(closing))[0]).toMatch(/还没有保存 继续编辑 \| 另存到文件… \| 仍然关闭/)
  await expect(bodyOf(page)).toHaveText('这一段已经存好。这一段还在窗口里。')
  await closeWindow(closing)
  // The core is stopped by force: no window and no process is left.
  await closing.electron().exited
})

test('words that the library does not take are saved to a file of the person’s choice', async ({ closing }) => {
  const file = join(closing.workstation.folder, 'elsewhere.txt')
  await writeIntoTheVoid(closing)
  await answer(closing, [1], file)
  await closeWindow(closing)
  await closing.electron().exited
  expect(await readFile(file, 'utf8')).toContain('这一段已经存好。这一段还在窗口里。')
})

test('logging off waits until every window has saved, and then the program is gone', async ({ closing }) => {
  const page = await atWork(await closing.workstation.page('linxiao'))
  await startOriginal(page, '下班')
  await writeBody(page, '关机之前的最后几个字')
  expect(await endSession(closing, 'query-session-end', 'logoff')).toBe(true)
  await closing.electron().exited
  await closing.workstation.restart()
  const again = await atWork(await closing.workstation.page('linxiao'))
  await openFrom(again, '我的稿件', '下班')
  await expect(bodyOf(again)).toHaveText('关机之前的最后几个字')
})

test('a shutdown that waits for nobody finds the words in a file beside the library', async ({ closing }) => {
  await writeIntoTheVoid(closing)
  expect(await endSession(closing, 'query-session-end', 'critical')).toBe(false)
  await endSession(closing, 'session-end', 'critical')
  const { log } = closing.electron()
  await expect
    .poll(() => log.lines.find((line) => line.includes('words could not be saved')), { timeout: 15_000 })
    .toBeTruthy()
  const line = log.lines.find((one) => one.includes('words could not be saved')) ?? ''
  const { file } = JSON.parse(line) as { file: string }
  expect(file).toContain(join('people', 'linxiao', 'rescued'))
  expect(await readFile(file, 'utf8')).toContain('这一段还在窗口里。')
  await answer(closing, [2])
  await closeWindow(closing)
  await closing.electron().exited
})
