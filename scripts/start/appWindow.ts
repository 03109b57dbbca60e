import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { writeEntrancePage } from '#main/common/entrancePage.ts'
import { rootFlags, startProgram } from './children.ts'

export interface AppWindow {
  readonly program: ChildProcess
  /** Removes the page through which the window went in, where that has not happened yet. */
  readonly removePage: () => Promise<void>
}

const quiet = ['--no-first-run', '--no-default-browser-check', '--disable-sync']

/** Milliseconds. Browsers do not say when they have read a page; by then the slowest has. */
const pageLife = 60_000

/** Shows `address` in a window without the furniture of a browser; what that one writes stays in `folder`. */
export async function openAppWindow({
  browser,
  address,
  folder,
}: {
  browser: string
  address: string
  folder: string
}): Promise<AppWindow> {
  const page = await writeEntrancePage(folder, address)
  const program = startProgram({
    path: browser,
    // A folder of its own makes it a process of its own, which ends with its last window.
    args: [...rootFlags, `--app=${page.url}`, `--user-data-dir=${join(folder, 'browser')}`, ...quiet],
    logFile: join(folder, 'logs', 'browser.log'),
    stdout: 'ignore',
  })
  void delay(pageLife, null, { ref: false }).then(() => page.remove())
  return { program, removePage: () => page.remove() }
}
