import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.ts'
import type { HostOptions } from './tests/kit/host.ts'

const browser = findBrowser()

/**
 * browser   pages that hold one part (an editor, a component) in a real engine
 * loopback  the whole program, served to a browser by the loopback host
 * electron  those of the end-to-end tests in which the host has a part, against the Electron program, and those about
 *           Electron itself
 *
 * `npm test` runs them one project at a time (scripts/test/stages.ts) and reads the JSON report.
 */
export default defineConfig<HostOptions>({
  testDir: 'tests',
  outputDir: 'test-results/playwright',
  fullyParallel: false,
  // A browser waits more than it works: one keeps a third of two cores busy, so two of them still do not wait for each other.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // A test that passes the second time is a bug in the product or in the test.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/stages/playwright.json' }]],
  use: {
    host: 'loopback',
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // A third of a test's time, and for the failing ones alone it has to be made of all: `--trace on` looks closer at one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser.path } : {}),
      args: [
        // Containers run as root, where Chromium refuses to start with its sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--no-first-run',
        // Tests never touch the network; neither shall the browser on its own account.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'browser', testMatch: 'browser/**/*.spec.ts' },
    { name: 'loopback', testMatch: 'e2e/**/*.spec.ts', use: { host: 'loopback' } },
    {
      name: 'electron',
      testMatch: ['electron/**/*.spec.ts', 'e2e/**/*.spec.ts'],
      // Nothing in them depends on the host: the loopback host has said it. What does is in the others, from windows,
      // files and pictures to a core that dies, and journey and together go through the whole of the program here as well.
      testIgnore: /e2e\/(?:archive|bin|clash|history|ownDesktops|search|undo)\.spec\.ts/,
      use: { host: 'electron' },
      // Its windows share one display, and only one of them can have the focus.
      workers: 1,
    },
  ],
})
