import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BrowserContext, Page } from '@playwright/test'
import { WebSocket } from 'ws'

import { hostContract } from '#shared/contract/host.ts'
import { createClient } from '#shared/rpc/client.ts'
import { socketTransport } from '#shared/rpc/webSocket.ts'
import { HostLog } from './hostLog.ts'
import type { RunningHost } from './runningHost.ts'
import { root } from './runningHost.ts'

/** Starts the built loopback host; its windows are shown in a browser context of their own. `env` is added to its own. */
export async function startLoopback(
  folder: string,
  newContext: () => Promise<BrowserContext>,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningHost> {
  const { host, log, exited, address } = await launch(['--trial'], { GALLEY_TRIAL_DIR: folder, ...env })
  const context = await newContext()
  const pages = new Map<string, Page>()

  return {
    log,
    pid: host.pid ?? 0,
    exited: exited.then(() => undefined),
    async page(account) {
      const open = pages.get(account)
      if (open !== undefined && !open.isClosed()) return open
      const page = await context.newPage()
      const entrance = await addressOf(account, address)
      await page.goto(entrance)
      await page.waitForURL(new URL('/', entrance).href)
      pages.set(account, page)
      return page
    },
    async close() {
      // As a person would: the windows first, and each is asked whether it has something to lose.
      await Promise.all(context.pages().map((page) => page.close({ runBeforeUnload: false })))
      await context.close()
      host.kill('SIGTERM')
      await exited
    },
  }
}

/** Another computer: a profile of its own, of nobody yet, at no desk. */
export interface Laptop {
  readonly page: Page
  /** Ends the program without warning. */
  kill(): Promise<void>
}

/** Starts the built loopback host on a profile that works at a real desk. */
export async function startLaptop(folder: string, newContext: () => Promise<BrowserContext>): Promise<Laptop> {
  const { host, exited, address } = await launch([], { GALLEY_PROFILE_DIR: folder })
  const context = await newContext()
  const page = await context.newPage()
  await page.goto(address)
  return {
    page,
    async kill() {
      await context.close()
      host.kill('SIGKILL')
      await exited
    },
  }
}

async function launch(args: readonly string[], env: Readonly<Record<string, string>>) {
  const host = spawn(process.execPath, [join(root, 'out', 'main', 'loopback.js'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = new HostLog(host.stderr)
  const exited = once(host, 'exit')
  const first = await Promise.race([once(createInterface({ input: host.stdout }), 'line'), exited.then(() => null)])
  if (first === null) throw new Error(`the loopback host did not start:\n${log.lines.join('\n')}`)
  return { host, log, exited, address: String(first[0]) }
}

/** Asks the host for the address of a person, as the window of the first person would. */
async function addressOf(account: string, first: string): Promise<string> {
  const { origin } = new URL(first)
  const entered = await fetch(first, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const socket = new WebSocket(`${origin.replace('http:', 'ws:')}/rpc/host`, { headers: { cookie, origin } })
  socket.binaryType = 'arraybuffer'
  await once(socket, 'open')
  const client = createClient(hostContract, socketTransport(socket))
  try {
    const { url } = await client.call.host.openPerson({ account })
    if (url === null) throw new Error('the loopback host opens no windows itself')
    return url
  } finally {
    client.close()
  }
}
