import type { Page } from '@playwright/test'

import { emptyContent } from '#shared/document/content.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { bring } from './kit/bring.ts'
import { launchBrowser } from './kit/browser.ts'
import { median, medians } from './kit/measure.ts'
import { startProgram } from './kit/program.ts'
import { numbered } from './kit/text.ts'

/** Pixels and milliseconds between two turns of the wheel: as fast as a hand on a touch pad. */
const turn = { pixels: 150, every: 16 }
const turns = 60
/** Pixels, in the list of a shelf. */
const lineHeight = 84

interface Flung {
  /** Of all lines that were shown in all frames of a fling, those without words. */
  blankShare: number
  /** Milliseconds from a jump of the scroll bar until every line in view has its words: where nobody was, and there again. */
  jump: number
  jumpAgain: number
}

declare global {
  interface Window {
    /** Lines that were seen, frame by frame, since the list began to be watched, and those of them that were blank. */
    shown: { lines: number; blank: number; watching: boolean }
  }
}

/** The list of a library in the whole program, flung by the wheel and dragged by its bar, as it is seen on the screen. */
export async function seenOnScreen(articles: number, quick: boolean): Promise<Flung> {
  const browser = await launchBrowser()
  try {
    const program = await startProgram(browser, (db, me) => bring(db, me, texts(articles)))
    try {
      const { page } = program
      await page.getByRole('listbox').hover()
      const rounds = quick ? 4 : 10
      const shares: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await page.evaluate(jump, (round + 0.5) / rounds)
        shares.push(await fling(page))
      }
      const places = Array.from({ length: rounds + 1 }, (_, n) => (n + 0.9) / (rounds + 2))
      const ms = await medians(rounds, 1, {
        jump: (round) => page.evaluate(jump, places[round] ?? 0),
        // Away and back: the lines are known by now.
        jumpAgain: async (round) => {
          await page.evaluate(jump, 0)
          return page.evaluate(jump, places[round] ?? 0)
        },
      })
      return { blankShare: median(shares), ...ms }
    } finally {
      await program.close()
    }
  } finally {
    await browser.close()
  }
}

async function fling(page: Page): Promise<number> {
  const first = () => page.getByRole('option').first().getAttribute('data-index').then(Number)
  const from = await first()
  await page.evaluate(watch, lineHeight)
  for (let n = 0; n < turns; n += 1) {
    await page.mouse.wheel(0, turn.pixels)
    await page.waitForTimeout(turn.every)
  }
  const share = await page.evaluate(() => {
    window.shown.watching = false
    return window.shown.blank / window.shown.lines
  })
  if ((await first()) - from < (turns * turn.pixels) / lineHeight / 2) throw new Error('the list was not flung')
  return share
}

/** Counts, in every frame that is painted, the lines in view and those of them that are blank. */
function watch(height: number): void {
  const list = document.querySelector('[role=listbox]')
  if (list === null) throw new Error('no list')
  const shown = { lines: 0, blank: 0, watching: true }
  window.shown = shown
  const view = list.getBoundingClientRect()
  const look = () => {
    const lines = Array.from(list.querySelectorAll('[role=option]')).filter((line) => {
      const { top, bottom } = line.getBoundingClientRect()
      return bottom > view.top && top < view.bottom
    })
    const all = Math.max(lines.length, Math.ceil(view.height / height))
    shown.lines += all
    shown.blank += all - lines.filter((line) => line.childElementCount > 0).length
    if (shown.watching) window.whenPainted(look)
  }
  window.whenPainted(look)
}

/** Takes the scroll bar to a share of its way. Milliseconds until every line in view is painted with its words. */
function jump(share: number): Promise<number> {
  const list = document.querySelector('[role=listbox]')
  if (list === null) throw new Error('no list')
  const start = performance.now()
  const view = list.getBoundingClientRect()
  list.scrollTop = share * (list.scrollHeight - list.clientHeight)
  return new Promise((resolve) => {
    const look = (time: number) => {
      const there = [view.top + 1, view.top + view.height / 2, view.bottom - 1].every(
        (y) => (document.elementFromPoint(view.left + 40, y)?.closest('[role=option]')?.childElementCount ?? 0) > 0,
      )
      if (there) resolve(time - start)
      else window.whenPainted(look)
    }
    window.whenPainted(look)
  })
}

function* texts(count: number): Generator<ArticleContent> {
  for (let n = 0; n < count; n += 1) {
    yield { ...emptyContent, fields: { ...emptyContent.fields, headline: `稿件 ${n}` }, blocks: [numbered(n)] }
  }
}
