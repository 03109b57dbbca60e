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

const headline = '东岸步行桥试开放三天'

const sent = (page: Page) =>
  expect(statusBar(page).getByRole('button', { name: /全部送达/ })).toBeVisible({ timeout: 30_000 })

/** Puts the caret at the end of the paragraph with these words, and types on. */
async function typeAfter(page: Page, paragraph: string, words: string): Promise<void> {
  await bodyOf(page).getByText(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
  await saved(page)
}

test('two people write in one article without a network, and both find their words in what is published', async ({
  workstation,
  request,
}) => {
  const reporter = await atWork(await workstation.page('linxiao'))
  const colleague = await atWork(await workstation.page('zhouning'))

  await test.step('the author lets a colleague write', async () => {
    await startOriginal(reporter, headline)
    await writeBody(reporter, '步行桥全长四百米。', '桥面铺的是旧船木。', '夜里有灯。')
    await attribute(reporter, { column: '新闻 › 民生', reporter: '林晓', editor: '周宁', responsibleEditor: '何敏' })
    await reviewTab(reporter)
    await inspector(reporter).getByRole('button', { name: '请人合写' }).click()
    await reporter.getByRole('menuitem', { name: '周宁' }).click()
    await expect(inspector(reporter).getByRole('region', { name: '写稿人' }).getByText('周宁')).toBeVisible()
    await sent(reporter)
    await openFrom(colleague, '我的稿件', headline)
    await expect(bodyOf(colleague)).toContainText('桥面铺的是旧船木。')
  })

  await test.step('both write offline, in the same article', async () => {
    await setOffline(reporter, true)
    await setOffline(colleague, true)
    await typeAfter(reporter, '步行桥全长四百米。', '两端都有坡道。')
    await typeAfter(colleague, '夜里有灯。', '灯在十点关掉。')
    await reporter.keyboard.press('Control+End')
    await reporter.keyboard.press('Enter')
    await reporter.keyboard.type('试开放到周日为止。')
    await saved(reporter)
  })

  await test.step('back at the desk, both see everything, in the window that is open', async () => {
    await setOffline(colleague, false)
    await setOffline(reporter, false)
    for (const page of [reporter, colleague]) {
      for (const words of ['两端都有坡道。', '灯在十点关掉。', '试开放到周日为止。']) {
        await expect(bodyOf(page)).toContainText(words, { timeout: 60_000 })
      }
    }
    expect(await bodyOf(reporter).innerText()).toBe(await bodyOf(colleague).innerText())
  })

  await test.step('it is handed in; who wrote in it is not asked to review it', async () => {
    await inspector(reporter).getByRole('button', { name: '送审' }).click()
    await sent(reporter)
    await reviewTab(colleague)
    await expect(inspector(colleague).getByText('自己的稿件由同事来审。')).toBeVisible({ timeout: 30_000 })
    await expect(colleague.getByRole('button', { name: /^待审，0 篇/ })).toBeVisible()
  })

  await test.step('others approve, sign off and publish all of it', async () => {
    const head = await atWork(await workstation.page('hemin'))
    await openFrom(head, '待审', headline)
    await reviewTab(head)
    await inspector(head).getByRole('button', { name: '通过', exact: true }).click()
    await sent(head)
    const chief = await atWork(await workstation.page('songyuan'))
    await openFrom(chief, '待审', headline)
    await reviewTab(chief)
    await inspector(chief).getByRole('button', { name: '签发', exact: true }).click()
    await chief.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
    await inspector(chief).getByRole('button', { name: '发布', exact: true }).click({ timeout: 30_000 })
    const receipt = inspector(chief).getByRole('region', { name: '回执' })
    await expect(receipt).toBeVisible({ timeout: 30_000 })
    const [url = ''] = /http:\S+/.exec(await receipt.innerText()) ?? []
    const page = (await (await request.get(url)).text()).replaceAll(/<[^>]+>/g, ' ')
    for (const words of ['两端都有坡道。', '灯在十点关掉。', '试开放到周日为止。']) expect(page).toContain(words)
  })
})
