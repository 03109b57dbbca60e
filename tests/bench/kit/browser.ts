import type { Browser } from '@playwright/test'
import { chromium } from '@playwright/test'

import { findBrowser } from '../../../scripts/browser.ts'

/** A browser as tests have it, without a screen and without the network on its own account. */
export function launchBrowser(): Promise<Browser> {
  const found = findBrowser()
  return chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  })
}
