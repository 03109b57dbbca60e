import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import type { Rule } from '../faults/layer.ts'
import { onDisk, writeRules } from '../faults/layer.ts'
import { newcomersWindow, test as base } from './host.ts'
import { startLoopback } from './loopback.ts'
import { launchWorkstation } from './workstation.ts'

/** A workstation in the loopback host, where the disk under a profile or the whole newsroom can be told to fail. */
export interface FailingDisk {
  /** The reporter's window. */
  page(): Promise<Page>
  /** In force from the next call on; without rules the disk is in good order again. */
  breakDisk(rules?: readonly Rule[]): void
  restart(how?: 'close' | 'kill'): Promise<void>
  /** As the system ends a program: nobody is there to be asked. Resolves when it is gone. */
  end(): Promise<void>
  /** The home folder, on another disk. */
  readonly home: string
}

export const test = base.extend<{ disk: FailingDisk; failing: 'profile' | 'newsroom' }>({
  /** What lies on the disk: the reporter's profile, or the trial newsroom with its server as well. */
  failing: ['profile', { option: true }],
  disk: async ({ playwright, launchOptions, failing }, provide) => {
    const browser = await playwright.chromium.launch(launchOptions)
    const outside = await mkdtemp(join(tmpdir(), 'galley-rules-'))
    const rules = join(outside, 'rules')
    writeRules(rules)
    const workstation = await launchWorkstation((folder) =>
      startLoopback(folder, () => browser.newContext(newcomersWindow), {
        ...onDisk({ root: failing === 'profile' ? join(folder, 'people', 'linxiao') : folder, rules }),
        HOME: outside,
      }),
    )
    await provide({
      page: () => workstation.page('linxiao'),
      breakDisk: (broken = []) => writeRules(rules, broken),
      restart: (how) => workstation.restart(how),
      async end() {
        process.kill(workstation.host.pid, 'SIGTERM')
        await workstation.host.exited
      },
      home: outside,
    })
    writeRules(rules)
    await workstation.close()
    await browser.close()
    await rm(outside, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
