import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import type { RunningHost } from './runningHost.ts'

/** The whole program in a trial newsroom of its own. */
export interface Workstation {
  readonly host: RunningHost
  /** The newsroom's folder: the profile of a person is `people/<account>` in it. */
  readonly folder: string
  /** Where readers find what was published. */
  readonly siteUrl: string
  page(account: string): Promise<Page>
  /** Kills the core of a person without warning. The host starts it again. */
  killCore(account: string): void
  /** Ends the program, in good order or without warning, and starts it on the same folder. */
  restart(how?: 'close' | 'kill'): Promise<void>
  close(): Promise<void>
}

export async function launchWorkstation(start: (folder: string) => Promise<RunningHost>): Promise<Workstation> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-e2e-'))
  let host = await start(folder)

  return {
    get host() {
      return host
    },
    get siteUrl() {
      return host.log.siteUrl
    },
    folder,
    page: (account) => host.page(account),
    killCore: (account) => void process.kill(host.log.core(account), 'SIGKILL'),
    async restart(how = 'close') {
      if (how === 'close') await host.close()
      else process.kill(host.pid, 'SIGKILL')
      await host.exited
      host = await start(folder)
    },
    async close() {
      await host.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
