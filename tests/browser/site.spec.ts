import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'

import type { TestSite } from '../kit/site.ts'
import { startSite } from '../kit/site.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { list, listItem, paragraph, picture, quote } from '#shared/document/make.ts'
import {
  testContent,
  testMedia,
  testNewsroom,
  testOriginal,
  testReprint,
  testSource,
} from '#shared/document/render/testRecords.ts'

let site: TestSite
test.beforeAll(async () => {
  site = await startSite(testNewsroom)
})
test.afterAll(async () => {
  await site.close()
})

test.describe('readers', () => {
  test.use({ javaScriptEnabled: false })

  test('need no script', async ({ page }) => {
    await page.goto(site.url + site.publish(testReprint()))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('潮水退去之后')
    const crumbs = page.getByRole('navigation', { name: '所在位置' }).getByRole('listitem')
    await expect(crumbs).toHaveText(['首页', '城事', '街巷', '正文'])
    const main = page.getByRole('main')
    for (const words of [
      '来源：海湾日报',
      '原作者：陆小满',
      '河水退了。',
      '原标题：《潮水退去之后》',
      '编辑：林知夏',
      '刊登是为传递信息',
    ]) {
      await expect(main).toContainText(words)
    }
    await expect(page.getByRole('contentinfo')).toContainText('互联网新闻信息服务许可证')
  })

  test('on a phone scroll one way only', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const path = site.publish(overfull())
    for (const address of [path, '/', '/columns/city', '/nowhere']) {
      await page.goto(site.url + address)
      const { scrollWidth } = await measure(page)
      expect(scrollWidth, address).toBeLessThanOrEqual(390)
    }
  })
})

test.describe('the page', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing that axe objects to (${colorScheme})`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, bypassCSP: true })
      const page = await context.newPage()
      site.publish(testOriginal())
      for (const address of [site.publish(testReprint()), site.publish(overfull()), '/', '/columns/city', '/nowhere']) {
        await page.goto(site.url + address)
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof import('axe-core') }
          const { violations } = await axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        })
        expect(violations, address).toEqual([])
      }
      await context.close()
    })
  }

  test('sets 34 to 40 Chinese characters a line', async ({ page }) => {
    await page.goto(site.url + site.publish(testOriginal()))
    const characters = await page.locator('.body').evaluate((body) => {
      return body.clientWidth / Number.parseFloat(getComputedStyle(body).fontSize)
    })
    expect(characters).toBeGreaterThanOrEqual(34)
    expect(characters).toBeLessThanOrEqual(40)
  })
})

/** The longest that everything can be. */
function overfull(): ArticleContent {
  const unbroken = 'A'.repeat(200)
  const { fields, blocks } = testOriginal()
  const sources = Array.from({ length: 8 }, (_, index) => ({ ...testSource, name: `${index}${unbroken}` }))
  return testContent(
    {
      ...fields,
      kicker: '引'.repeat(90),
      headline: `${'标题'.repeat(50)}${unbroken}`,
      deck: unbroken,
      kind: 'compiled',
    },
    { ...fields.attribution, sources, aiUse: 'generated' },
    [
      ...blocks,
      paragraph(unbroken),
      quote(unbroken),
      list('bullet', [listItem([list('bullet', [listItem([list('number', [listItem(unbroken)])])])])]),
      picture({ media: testMedia, width: 5000, height: 300 }, { alt: '长卷', caption: unbroken, credit: unbroken }),
    ],
  )
}

const measure = (page: Page) => page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }))
