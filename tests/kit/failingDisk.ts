import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import type { Rule } from '../faults/layer.ts'
import { onDisk, writeRules } from '../faults/layer.ts'
import { newcomersWindow, test as base } from './host.ts'
import { startLoopback } from './loopback.ts'
import { launchWorkstation } from './workstation.ts'

/** A workstation in the loopback host, where the disk under the profile of the reporter can be told to fail. */
export interface FailingDisk {
  /** The reporter's window. */
  page(): Promise<Page>
  /** In force from the next call on; without rules the disk is in good order again. */
  breakDisk(rules?: readonly Rule[]): void
  restart(how?: 'close' | 'kill'): Promise<void>
}

export const test = base.extend<{ disk: FailingDisk }>({
  disk: async ({ playwright, launchOptions }, provide) => {
    const browser = await playwright.chromium.launch(launchOptions)
    const outside = await mkdtemp(join(tmpdir(), 'galley-rules-'))
    const rules = join(outside, 'rules')
    writeRules(rules)
    const workstation = await launchWorkstation((folder) =>
      startLoopback(
        folder,
        () => browser.newContext(newcomersWindow),
        onDisk({ root: join(folder, 'people', 'linxiao'), rules }),
      ),
    )
    await provide({
      page: () => workstation.page('linxiao'),
      breakDisk: (broken = []) => writeRules(rules, broken),
      restart: (how) => workstation.restart(how),
    })
    writeRules(rules)
    await workstation.close()
    await browser.close()
    await rm(outside, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
