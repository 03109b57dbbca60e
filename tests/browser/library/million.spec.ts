import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'

import type { PageServer } from '../../kit/pages.ts'
import { servePage } from '../../kit/pages.ts'

// The scroll bar is dragged here, so there has to be one.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] }),
    { scope: 'worker' },
  ],
})

let server: PageServer

test.beforeAll(async () => {
  server = await servePage('tests/browser/pages/tall')
})
test.afterAll(() => server.close())

const list = (page: Page) => page.getByRole('listbox', { name: '稿件' })
const line = (page: Page, n: number) => page.getByRole('option', { name: `第 ${n} 稿`, exact: true })
const opened = (page: Page) => page.getByLabel('打开的稿件')

test.beforeEach(async ({ page }) => {
  await page.goto(server.url)
  await expect(line(page, 1)).toBeInViewport()
})

test('the last of a million lines is reached by a key, opened, and left again', async ({ page }) => {
  await list(page).focus()
  await page.keyboard.press('End')
  await expect(line(page, 1_000_000)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(opened(page)).toHaveText('第 1000000 稿')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(opened(page)).toHaveText('第 999999 稿')
  await page.keyboard.press('Home')
  await expect(line(page, 1)).toBeInViewport({ ratio: 1 })
})

test('page by page every line comes into view', async ({ page }) => {
  await dragTo(page, 0.5)
  const middle = await firstInView(page)
  await line(page, middle + 1).click()
  for (let pages = 1; pages <= 40; pages += 1) {
    await page.keyboard.press('PageDown')
    // Seven lines and no more: a page is one line less than fits.
    await expect(line(page, middle + 1 + pages * 7)).toBeInViewport({ ratio: 0.9 })
  }
})

test('the last line is reached by dragging the scroll bar, and opened where it is pointed at', async ({ page }) => {
  await dragTo(page, 1)
  await expect(line(page, 1_000_000)).toBeInViewport({ ratio: 1 })
  await line(page, 999_998).click()
  await expect(opened(page)).toHaveText('第 999998 稿')
})

test('the last line is reached by the wheel', async ({ page }) => {
  await list(page).evaluate((element) => element.scrollTo({ top: element.scrollHeight - 4_000 }))
  await expect(line(page, 999_960)).toBeInViewport()
  await list(page).hover()
  for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, 600)
  await expect(line(page, 1_000_000)).toBeInViewport({ ratio: 1 })
})

test('in the middle the wheel moves lines as far as anywhere, and they stay where they come to rest', async ({
  page,
}) => {
  await dragTo(page, 0.4)
  const before = await firstInView(page)
  expect(before).toBeGreaterThan(300_000)
  await list(page).hover()
  const bar = await barOf(page)
  await page.mouse.wheel(0, 840)
  await expect.poll(() => firstInView(page)).toBe(before + 10)
  // At rest, the bar stands where those lines are among a million.
  await expect.poll(async () => (await barOf(page)) - bar).toBeLessThan(100)
  expect(await firstInView(page)).toBe(before + 10)
  const under = await page.evaluate(() => document.elementFromPoint(100, 350)?.closest('[role=option]')?.textContent)
  await page.mouse.click(100, 350)
  await expect(opened(page)).toHaveText(under ?? '')
})

const barOf = (page: Page) => list(page).evaluate((element) => element.scrollTop)

/** Takes the thumb of the scroll bar to a share of its way. */
async function dragTo(page: Page, share: number): Promise<void> {
  const box = await list(page).boundingBox()
  if (box === null) throw new Error('no list')
  const x = box.x + box.width - 6
  await page.mouse.move(x, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(x, box.y + 20 + share * box.height, { steps: 12 })
  await page.mouse.up()
  await expect.poll(() => barOf(page)).toBeGreaterThan(100_000)
}

/** The number of the line at the upper edge. */
function firstInView(page: Page): Promise<number> {
  return list(page).evaluate((element) => {
    const { left, top } = element.getBoundingClientRect()
    const shown = document.elementFromPoint(left + 50, top + 1)?.closest('[role=option]')
    return Number(/\d+/.exec(shown?.textContent ?? '')?.[0])
  })
}
