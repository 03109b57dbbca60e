import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { _electron, expect } from '@playwright/test'

import type { FoundElectron } from '../../scripts/start/electron.ts'
import { findInstalledElectron } from '../../scripts/start/electron.ts'
import { rootFlags } from '../../scripts/start/children.ts'
import { HostLog } from './hostLog.ts'
import type { RunningHost } from './runningHost.ts'

export interface RunningElectron extends RunningHost {
  readonly app: ElectronApplication
  /** Starts the program a second time, on the same folder; answers its exit code. */
  startAgain(...args: string[]): Promise<number | null>
}

/** Starts the built program in Electron. */
export async function startElectron(folder: string): Promise<RunningElectron> {
  const { path, args, env } = program()
  const launch = {
    executablePath: path,
    // Where there is no graphics card, Chromium's process for it dies, and a window that draws at that moment never comes up.
    args: [...rootFlags, ...args, '--trial', '--disable-gpu'],
    env: { ...definedEnv(), ...env, GALLEY_TRIAL_DIR: folder, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' },
  }
  const app = await _electron.launch(launch)
  const process = app.process()
  if (process.stderr === null) throw new Error('Electron has no log')
  const log = new HostLog(process.stderr)
  const exited = once(process, 'exit').then(() => undefined)

  const startAgain = async (...more: string[]): Promise<number | null> => {
    const second = spawn(launch.executablePath, [...launch.args, ...more], { env: launch.env, stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number | null]
    return code
  }
  const find = async (account: string): Promise<Page | undefined> => {
    const accounts = await Promise.all(app.windows().map((page) => accountOf(app, page)))
    return app.windows()[accounts.indexOf(account)]
  }

  return {
    app,
    log,
    pid: process.pid ?? 0,
    exited,
    startAgain,
    async page(account) {
      await app.firstWindow()
      if ((await find(account)) === undefined) await startAgain(`--person=${account}`)
      await expect.poll(() => find(account), { timeout: 20_000 }).toBeDefined()
      const page = await find(account)
      if (page === undefined) throw new Error(`the window of ${account} is gone again`)
      return page
    },
    async close() {
      await app.close()
      await exited
    },
  }
}

/** Each profile has storage of its own, named after its account: that is how a window says whose it is. */
async function accountOf(app: ElectronApplication, page: Page): Promise<string> {
  const window = await app.browserWindow(page)
  const storage = await window.evaluate((opened) => (opened as Electron.BrowserWindow).webContents.session.storagePath)
  return basename(storage ?? '')
}

function program(): FoundElectron {
  const found = findInstalledElectron()
  if (found === null) throw new Error('there is no Electron here: set ELECTRON_OVERRIDE_DIST_PATH')
  return found
}

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
