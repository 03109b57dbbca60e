import type { Page } from '@playwright/test'

import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { isSame } from '#shared/document/diffContents.ts'
import { list, listItem, paragraph } from '#shared/document/make.ts'
import { mergeChecked } from '#shared/document/testing/invariants.ts'
import type { Random } from './random.ts'
import { randomFrom } from './random.ts'

/** Characters that one person can write: each once in all of a history, as the checks of a merge want it. */
const vocabulary = 3000
const firstOf = (person: number): number => 0x4e00 + person * vocabulary
/** Exchanges after which all have to hold the same text, when nobody writes. */
const mostExchanges = 4

/**
 * Two to four people write in one article, each in an editor of their own (`pages`, at the address of the writing
 * pane), and hear of each other now and then. Checks every promise of docs/merging.md, that all editors end with the
 * same text, that the caret stays between its words, and that undo goes on. Answers the first complaint, or null.
 */
export async function playInEditors(pages: readonly Page[], seed: number): Promise<string | null> {
  const random = randomFrom(seed)
  const desks = pages.slice(0, 2 + random(pages.length - 1))
  let base = start(random)
  for (const page of desks) await open(page, base)
  try {
    for (let round = 1 + random(3); round > 0; round -= 1) {
      for (const [person, page] of desks.entries()) {
        const acting = { first: firstOf(person + 1), seed: random(2 ** 31), steps: random(7) }
        complain(await page.evaluate((given) => window.harness.act(given), acting))
      }
      base = await exchange(desks, base, random, round)
      for (const page of desks) {
        complain(await page.evaluate((steps) => window.harness.takeBack(steps), random(4)))
      }
    }
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Everybody's text is merged, and everybody takes the outcome in, until all hold the same. */
async function exchange(
  desks: readonly Page[],
  common: ArticleContent,
  random: Random,
  round: number,
): Promise<ArticleContent> {
  let base = common
  for (let times = 0; times < mostExchanges; times += 1) {
    const texts = await Promise.all(desks.map((page) => page.evaluate(() => window.harness.content())))
    const [first, ...others] = texts
    if (first === undefined) throw new TypeError('nobody writes')
    if (times > 0 && others.every((text) => isSame(text, first))) return first
    const merged = others.reduce((text, other) => merge(base, text, other), first)
    for (const [person, page] of desks.entries()) {
      // Somebody is just typing when the text of all arrives.
      const late = times === 0 && random(3) === 0 ? String.fromCodePoint(firstOf(person + 2) - round) : undefined
      complain(
        await page.evaluate(([content, typed]) => window.harness.arrive(content, typed), [merged, late] as const),
      )
    }
    base = merged
  }
  throw new Error('the editors do not agree')
}

function merge(base: ArticleContent, left: ArticleContent, right: ArticleContent): ArticleContent {
  try {
    return mergeChecked(base, left, right)
  } catch (error) {
    const bodies = JSON.stringify({ base: base.blocks, left: left.blocks, right: right.blocks })
    throw new Error(`${error instanceof Error ? error.message : String(error)} in ${bodies}`, { cause: error })
  }
}

function start(random: Random): ArticleContent {
  let next = firstOf(0)
  const words = () => String.fromCodePoint(...Array.from({ length: 1 + random(6) }, () => next++))
  const lines = Array.from({ length: 1 + random(4) }, () => paragraph(words()))
  const items = random(2) === 0 ? [list('bullet', [listItem(words()), listItem(words())])] : []
  return { ...emptyContent, blocks: [...lines, ...items] }
}

async function open(page: Page, content: ArticleContent): Promise<void> {
  await page.evaluate((opening) => window.harness.open(opening), { content })
  await page.waitForFunction(() => document.querySelector('[data-lexical-editor]') !== null)
}

function complain(complaint: string | null): void {
  if (complaint !== null) throw new Error(complaint)
}
