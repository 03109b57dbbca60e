import type { Page } from '@playwright/test'

import { expect, test } from '../kit/host.ts'
import {
  attribute,
  atWork,
  bodyOf,
  inspector,
  openFrom,
  reviewTab,
  saved,
  setOffline,
  startOriginal,
  statusBar,
  writeBody,
} from './desk.ts'

test.describe.configure({ timeout: 240_000 })

const headline = '望江塔修缮收尾'

const sent = (page: Page) =>
  expect(statusBar(page).getByRole('button', { name: /全部送达/ })).toBeVisible({ timeout: 30_000 })

/** Writes a paragraph anew. */
async function rewrite(page: Page, before: string, after: string): Promise<void> {
  await bodyOf(page).getByText(before).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type(after)
}

test('two laptops rewrote the same paragraphs offline: every clash is shown, led to and decided, and then it is submitted', async ({
  workstation,
}) => {
  const reporter = await atWork(await workstation.page('linxiao'))
  const colleague = await atWork(await workstation.page('zhouning'))
  const places = bodyOf(reporter).getByRole('region', { name: /有 2 个版本/ })

  await test.step('both stand on one text', async () => {
    await startOriginal(reporter, headline)
    await writeBody(
      reporter,
      '塔高七层。',
      '工程历时九个月。',
      '屋面换了新瓦。',
      '施工没有封路。',
      '木梯重新上漆。',
      '旁边种了桂花。',
      '周末开放登临。',
      '门票仍是十元。',
    )
    await attribute(reporter, { column: '新闻 › 民生', reporter: '林晓', editor: '周宁', responsibleEditor: '何敏' })
    await reviewTab(reporter)
    await inspector(reporter).getByRole('button', { name: '请人合写' }).click()
    await reporter.getByRole('menuitem', { name: '周宁' }).click()
    await sent(reporter)
    await openFrom(colleague, '我的稿件', headline)
    await expect(bodyOf(colleague)).toContainText('门票仍是十元。')
  })

  await test.step('both rewrite four of its paragraphs without a network', async () => {
    await setOffline(reporter, true)
    await setOffline(colleague, true)
    await rewrite(reporter, '塔高七层。', '从地数起共有七级。')
    await rewrite(reporter, '屋面换了新瓦。', '改铺青砖色的陶片。')
    await rewrite(reporter, '木梯重新上漆。', '旧踏板刷过桐油。')
    await rewrite(reporter, '周末开放登临。', '礼拜六起迎客。')
    await saved(reporter)
    await rewrite(colleague, '塔高七层。', '测绘结果是三十一米。')
    await rewrite(colleague, '屋面换了新瓦。', '漏雨的地方补好。')
    await rewrite(colleague, '木梯重新上漆。', '扶手添在两侧。')
    await rewrite(colleague, '周末开放登临。', '想去的人先预约。')
    await saved(colleague)
    await setOffline(colleague, false)
    await sent(colleague)
    await setOffline(reporter, false)
  })

  const counter = statusBar(reporter).getByRole('button', { name: /处有多个版本/ })
  await test.step('the four clashes are counted and shown with whose they are, and nothing can be submitted', async () => {
    await expect(counter).toHaveText('4 处有多个版本', { timeout: 60_000 })
    await expect(places).toHaveCount(4)
    for (const words of ['从地数起共有七级。', '测绘结果是三十一米。'])
      await expect(places.first()).toContainText(words)
    await expect(places.first()).toContainText('林晓')
    await expect(places.first()).toContainText('周宁')
    await expect(bodyOf(reporter)).toContainText('门票仍是十元。')
    await expect(inspector(reporter).getByRole('button', { name: '送审' })).toBeDisabled()
    await expect(inspector(reporter).getByText('正文里还有 4 处两版并存，取舍后可以送审')).toBeVisible()
  })

  await test.step('the counter leads from one to the next, and around', async () => {
    for (const index of [0, 1, 2, 3, 0]) {
      await counter.click()
      await expect(places.nth(index)).toBeFocused()
    }
  })

  await test.step('each is decided in another way', async () => {
    const versionOf = (name: string) => places.first().getByRole('listitem').filter({ hasText: name })
    await versionOf('林晓')
      .getByRole('button', { name: /采用版本/ })
      .click()
    await expect(counter).toHaveText('3 处有多个版本')
    await versionOf('周宁')
      .getByRole('button', { name: /采用版本/ })
      .click()
    await expect(counter).toHaveText('2 处有多个版本')
    await places.first().getByRole('button', { name: '全部保留' }).click()
    await expect(counter).toHaveText('1 处有多个版本')
    await places.first().getByRole('button', { name: '另写一版…' }).click()
    await places.first().getByRole('textbox', { name: '另写的版本' }).fill('礼拜六起迎客，先预约。')
    await places.first().getByRole('button', { name: '采用这一版' }).click()
    await expect(counter).toBeHidden()
    const text = await bodyOf(reporter).innerText()
    for (const words of ['从地数起共有七级。', '漏雨的地方补好。', '旧踏板刷过桐油。', '扶手添在两侧。']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('礼拜六起迎客，先预约。')
    for (const words of ['测绘结果是三十一米。', '改铺青砖色的陶片。', '想去的人先预约。'])
      expect(text).not.toContain(words)
  })

  await test.step('a decision can be taken back and made again', async () => {
    await reporter.keyboard.press('ControlOrMeta+z')
    await expect(counter).toHaveText('1 处有多个版本')
    await reporter.keyboard.press('ControlOrMeta+Shift+z')
    await expect(counter).toBeHidden()
  })

  await test.step('what was decided is what the colleague has, and it can be submitted', async () => {
    await saved(reporter)
    await sent(reporter)
    await expect(bodyOf(colleague)).toContainText('礼拜六起迎客，先预约。', { timeout: 60_000 })
    await expect(statusBar(colleague).getByRole('button', { name: /处有多个版本/ })).toBeHidden()
    expect(await bodyOf(colleague).innerText()).toBe(await bodyOf(reporter).innerText())
    await inspector(reporter).getByRole('button', { name: '送审' }).click()
    await expect(inspector(reporter).getByRole('button', { name: '送审' })).toBeHidden()
    await sent(reporter)
  })
})
