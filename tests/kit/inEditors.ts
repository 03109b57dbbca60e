import { chromium } from '@playwright/test'

import { findBrowser } from '../../scripts/browser.ts'
import type { Played } from '../../scripts/merge/inMemory.ts'
import { playInEditors } from './editorHistories.ts'
import { servePage } from './pages.ts'

const mostPeople = 4

/** Histories that people write in real editors, one window each. The n-th has the n-th seed from `seed` on. */
export async function play(runs: number, seed: number): Promise<Played> {
  const server = await servePage('tests/browser/pages/writing')
  const found = findBrowser()
  const browser = await chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const broken: string[] = []
    const pages = await Promise.all(
      Array.from({ length: mostPeople }, async () => {
        const page = await browser.newPage()
        page.on('pageerror', (error) => broken.push(error.stack ?? error.message))
        await page.goto(server.url)
        return page
      }),
    )
    for (let run = 0; run < runs; run += 1) {
      const complaint = (await playInEditors(pages, seed + run)) ?? broken[0] ?? null
      if (complaint === null) continue
      const replay = `--editors --runs 1 --seed ${String(seed + run)}`
      return { played: run + 1, failure: { complaint, replay } }
    }
    return { played: runs, failure: null }
  } finally {
    await browser.close()
    await server.close()
  }
}
