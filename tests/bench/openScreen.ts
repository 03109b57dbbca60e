import type { Page } from '@playwright/test'

import { emptyContent } from '#shared/document/content.ts'
import { launchBrowser } from './kit/browser.ts'
import { bring } from './kit/bring.ts'
import { medians } from './kit/measure.ts'
import { startProgram } from './kit/program.ts'
import { paragraphs } from './kit/text.ts'

/** Two of each, so that every click opens another article than the one that is open. */
const headlines = { long: ['长稿甲', '长稿乙'], short: ['短稿甲', '短稿乙'] }

declare global {
  interface Window {
    /** Milliseconds from the next click to the frame that shows the text. */
    firstScreen: Promise<number>
  }
}

/**
 * Median milliseconds from the click on an article in the list to the frame that shows the beginning of its text, in the
 * whole program. The floor puts a copy of the long one's elements into the same window, where the style is the same.
 */
export async function firstScreens(quick: boolean): Promise<Record<'long' | 'short' | 'floor', number>> {
  const browser = await launchBrowser()
  try {
    const program = await startProgram(browser, (db, me) => {
      const write = (characters: number) => (headline: string) => {
        const content = {
          ...emptyContent,
          fields: { ...emptyContent.fields, headline },
          blocks: paragraphs(characters),
        }
        bring(db, me, [content])
      }
      headlines.long.forEach(write(100_000))
      headlines.short.forEach(write(1_000))
    })
    try {
      const { page } = program
      return await medians(quick ? 6 : 20, 3, {
        short: (round) => open(page, headlines.short[round % 2] ?? ''),
        long: (round) => open(page, headlines.long[round % 2] ?? ''),
        floor: () => page.evaluate(showCopy),
      })
    } finally {
      await program.close()
    }
  } finally {
    await browser.close()
  }
}

async function open(page: Page, headline: string): Promise<number> {
  await page.evaluate(watch, headline)
  await page.getByRole('option').filter({ hasText: headline }).click()
  return page.evaluate(() => window.firstScreen)
}

function watch(headline: string): void {
  /** Paragraphs that fill a screen. */
  const screen = 10
  const isShown = () =>
    document.querySelector<HTMLTextAreaElement>('textarea[aria-label=标题]')?.value === headline &&
    document.querySelectorAll('[data-lexical-editor] > p').length >= screen
  window.firstScreen = new Promise((resolve) => {
    const onClick = ({ timeStamp }: MouseEvent) => {
      const look = (time: number) => (isShown() ? resolve(time - timeStamp) : window.whenPainted(look))
      window.whenPainted(look)
    }
    window.addEventListener('click', onClick, { capture: true, once: true })
  })
}

/** Covers the article that is open with a copy, which no editor knows. Milliseconds until that is painted. */
async function showCopy(): Promise<number> {
  const desk = document.querySelector('[data-lexical-editor]')?.closest('[class*=desk]')
  if (!(desk instanceof HTMLElement)) throw new Error('no article is open')
  const start = performance.now()
  const copy = desk.cloneNode(true) as HTMLElement
  copy.style.position = 'absolute'
  copy.style.inset = '0'
  desk.parentElement?.append(copy)
  const painted = await new Promise<number>((resolve) => {
    window.whenPainted(resolve)
  })
  copy.remove()
  return painted - start
}
