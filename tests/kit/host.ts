import { test as base } from '@playwright/test'

/**
 * Where an end-to-end test runs: the loopback host in a browser, or the Electron program. One spec, one driver, two
 * hosts: playwright.config.ts sets it per project, the driver reads it.
 */
export type Host = 'loopback' | 'electron'

export interface HostOptions {
  host: Host
}

/** Playwright's `test` with the `host` option; drivers extend it further. */
export const test = base.extend<HostOptions>({
  host: ['loopback', { option: true }],
})

export { expect } from '@playwright/test'
