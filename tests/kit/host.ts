import { test as base } from '@playwright/test'

import { startElectron } from './electron.ts'
import { startLoopback } from './loopback.ts'
import type { Workstation } from './workstation.ts'
import { launchWorkstation } from './workstation.ts'

/**
 * Where an end-to-end test runs: the loopback host in a browser, or the Electron program. One spec, one driver, two
 * hosts: playwright.config.ts sets it per project, the driver reads it.
 */
export type Host = 'loopback' | 'electron'

export interface HostOptions {
  host: Host
}

/** What a newcomer's window is like; Electron's own windows have it by themselves. */
export const newcomersWindow = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } }

/** Playwright's `test` with the `host` option, and a workstation in a trial newsroom of its own. */
export const test = base.extend<HostOptions & { workstation: Workstation }>({
  host: ['loopback', { option: true }],
  workstation: async ({ host, playwright, launchOptions }, provide) => {
    if (host === 'electron') {
      const workstation = await launchWorkstation(startElectron)
      await provide(workstation)
      await workstation.close()
      return
    }
    const browser = await playwright.chromium.launch(launchOptions)
    const workstation = await launchWorkstation(async (folder) =>
      startLoopback(folder, () => browser.newContext(newcomersWindow)),
    )
    await provide(workstation)
    await workstation.close()
    await browser.close()
  },
})

export { expect } from '@playwright/test'
