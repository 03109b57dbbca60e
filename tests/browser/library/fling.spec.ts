import { expect, test } from '@playwright/test'

import type { PageServer } from '../../kit/pages.ts'
import { servePage } from '../../kit/pages.ts'
import type { RowsPage } from '../pages/rows/harness.ts'

let server: PageServer

test.beforeAll(async () => {
  server = await servePage('tests/browser/pages/rows')
})
test.afterAll(() => server.close())

test('a list that is flung shows where it stops, without waiting for what it flew past', async ({ page }) => {
  await page.goto(server.url)
  const asked = (): Promise<ReturnType<RowsPage['asked']>> => page.evaluate(() => window.rows.asked())
  await expect.poll(asked).toEqual([0])
  await page.evaluate(() => window.rows.answer())
  await expect(page.getByText('稿件 0', { exact: true })).toBeVisible()

  // Past three hundred pages, faster than core can answer one.
  for (let at = 1; at <= 300; at += 1) await page.evaluate((first) => window.rows.show(first, first + 9), at * 300)
  await expect.poll(asked).toEqual([0, 300, 600])

  // Both that were under way when it flew on are answered; then the place where it stopped, and nothing else.
  await page.evaluate(() => window.rows.answer())
  await expect.poll(asked).toEqual([0, 300, 600, 90_000])
  while (await page.evaluate(() => window.rows.answer()));
  await expect(page.getByText('稿件 90000', { exact: true })).toBeVisible()
  expect(await asked()).toEqual([0, 300, 600, 90_000])
})

test('a page that was flown past is there when it is scrolled back to', async ({ page }) => {
  await page.goto(server.url)
  await expect.poll(() => page.evaluate(() => window.rows.asked())).toEqual([0])
  for (const first of [10_000, 20_000, 30_000, 40_000, 20_000])
    await page.evaluate((at) => window.rows.show(at, at + 9), first)
  const shown = page.getByText('稿件 20000', { exact: true })
  await expect(async () => {
    await page.evaluate(() => window.rows.answer())
    await expect(shown).toBeVisible({ timeout: 100 })
  }).toPass()
})
