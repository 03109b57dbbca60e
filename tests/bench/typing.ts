import type { Browser, Page } from '@playwright/test'

import { servePage } from '../kit/pages.ts'
import { launchBrowser } from './kit/browser.ts'
import type { Finding } from './kit/measure.ts'
import { judge } from './kit/measure.ts'
import type { Variant } from './pages/typing/contract.ts'

const limits = {
  galleyToLexical1000: 1.25,
  galleyToLexical5000: 1.25,
  galleyToContenteditable1000: 1.4,
  galleyToContenteditable5000: 1.4,
}

const variants: Variant[] = ['contenteditable', 'lexical', 'galley']
/** Milliseconds between two keys: as fast as anyone types. */
const rhythm = 30

/**
 * From a key going down to the frame that shows its character, in the middle of an article of Chinese paragraphs of 100
 * characters: Galley's writing pane, bare Lexical, and a plain contenteditable, all in one style sheet. The variants
 * take turns, so that whatever else the machine does meets all of them.
 */
export async function run({ quick }: { quick: boolean }): Promise<Finding> {
  const server = await servePage('tests/bench/pages/typing')
  const browser = await launchBrowser()
  try {
    const rounds = quick ? 4 : 12
    const keys = quick ? 25 : 40
    const small = await compare(browser, server.url, 1000, rounds, keys)
    const large = await compare(browser, server.url, 5000, rounds, keys)
    return judge(
      { ...ratios(small, 1000), ...ratios(large, 5000), ...figures(small, 1000), ...figures(large, 5000) },
      limits,
    )
  } finally {
    await browser.close()
    await server.close()
  }
}

type Times = Record<Variant, number[]>

async function compare(browser: Browser, url: string, count: number, rounds: number, keys: number): Promise<Times> {
  const pages = new Map<Variant, Page>()
  for (const variant of variants) pages.set(variant, await open(browser, url, variant, count))
  const times: Times = { contenteditable: [], lexical: [], galley: [] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [variant, page] of pages) {
      const measured = await type(page, keys)
      // The first round is for the compilers.
      if (round > 0) times[variant].push(...measured)
    }
  }
  for (const page of pages.values()) await page.close()
  return times
}

async function open(browser: Browser, url: string, variant: Variant, count: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  await page.evaluate(([name, paragraphs]) => window.typing.open(name, paragraphs), [variant, count] as const)
  return page
}

async function type(page: Page, keys: number): Promise<number[]> {
  await page.bringToFront()
  await page.evaluate(() => window.typing.take())
  for (let key = 0; key < keys; key += 1) await page.keyboard.type('a', { delay: rhythm })
  // The last keys may still be on their way to the screen.
  await page.waitForFunction(() => document.hasFocus())
  await page.evaluate(
    () =>
      new Promise<void>((painted) => {
        requestAnimationFrame(() => requestAnimationFrame(() => painted()))
      }),
  )
  return page.evaluate(() => window.typing.take())
}

function ratios({ contenteditable, lexical, galley }: Times, count: number): Record<string, number> {
  return {
    [`galleyToLexical${count}`]: median(galley) / median(lexical),
    [`galleyToContenteditable${count}`]: median(galley) / median(contenteditable),
  }
}

function figures(times: Times, count: number): Record<string, number> {
  return Object.fromEntries(
    variants.flatMap((variant) => [
      [`${variant}${count}Ms`, median(times[variant])],
      [`${variant}${count}P95Ms`, percentile(times[variant], 0.95)],
    ]),
  )
}

const median = (times: number[]): number => percentile(times, 0.5)

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  const value = sorted[Math.floor(sorted.length * share)]
  if (value === undefined) throw new Error('no key reached the page')
  return value
}
