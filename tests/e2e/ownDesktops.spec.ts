import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { trialPassword, trialSecret } from '#server/trial/seedTrial.ts'
import { expect, newcomersWindow, test } from '../kit/host.ts'
import { startLaptop } from '../kit/loopback.ts'
import { atWork, bodyOf, openFrom, saved, setOffline, startOriginal, statusBar, writeBody } from './desk.ts'

test.describe.configure({ timeout: 120_000 })

const headline = '南门水塔改作书屋'

const sent = (page: Page) =>
  expect(statusBar(page).getByRole('button', { name: /全部送达/ })).toBeVisible({ timeout: 30_000 })

async function typeAfter(page: Page, paragraph: string, words: string): Promise<void> {
  await bodyOf(page).getByText(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

async function rewrite(page: Page, before: string, after: string): Promise<void> {
  await bodyOf(page).getByText(before).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type(after)
}

async function enrol(page: Page, serverUrl: string, account: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: '服务器地址' }).fill(serverUrl)
  await page.getByRole('textbox', { name: '账号' }).fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登记这台电脑' }).click()
}

test('one person writes in one article on two computers without a network, and finds everything on both', async ({
  workstation,
  playwright,
  launchOptions,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'galley-laptop-'))
  const browser = await playwright.chromium.launch(launchOptions)
  const start = () => startLaptop(profile, () => browser.newContext(newcomersWindow))
  const first = await atWork(await workstation.page('linxiao'))
  let laptop = await start()

  await test.step('an article is on both', async () => {
    await startOriginal(first, headline)
    await writeBody(first, '水塔建于七十年前。', '塔身砌的是青砖。', '书屋周末开门。')
    await sent(first)
    await enrol(
      laptop.page,
      workstation.siteUrl,
      'linxiao',
      trialPassword(await trialSecret(join(workstation.folder, 'trial.key')), 'linxiao'),
    )
    await openFrom(await atWork(laptop.page), '我的稿件', headline)
    await expect(bodyOf(laptop.page)).toContainText('书屋周末开门。')
  })

  await test.step('both computers are offline, and both are written on', async () => {
    await setOffline(first, true)
    await setOffline(laptop.page, true)
    await typeAfter(first, '水塔建于七十年前。', '里面有旋梯。')
    await rewrite(first, '书屋周末开门。', '礼拜六起迎客。')
    await saved(first)
    await typeAfter(laptop.page, '塔身砌的是青砖。', '砖上有窑号。')
    await rewrite(laptop.page, '书屋周末开门。', '想去的人先预约。')
    await saved(laptop.page)
  })

  await test.step('back at the desk both have every word, and say where they came from', async () => {
    await setOffline(first, false)
    await setOffline(laptop.page, false)
    for (const page of [first, laptop.page]) {
      for (const words of ['里面有旋梯。', '砖上有窑号。', '礼拜六起迎客。', '想去的人先预约。']) {
        await expect(bodyOf(page)).toContainText(words, { timeout: 30_000 })
      }
      await expect(statusBar(page).getByText(/已并入你在另一台电脑上写的 \d\d:\d\d/)).toBeVisible()
    }
    expect(await bodyOf(first).innerText()).toBe(await bodyOf(laptop.page).innerText())
  })

  await test.step('a third version that is half written outlives the program', async () => {
    const { page } = laptop
    await page.getByRole('button', { name: '另写一版…' }).click()
    await page.getByRole('textbox', { name: '另写的版本' }).fill('书屋礼拜六起')
    await saved(page)
    await laptop.kill()
    laptop = await start()
    await openFrom(await atWork(laptop.page), '我的稿件', headline)
    const field = laptop.page.getByRole('textbox', { name: '另写的版本' })
    await expect(field).toHaveValue('书屋礼拜六起')
  })
  await laptop.kill()
  await browser.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
})

test('two windows on one article show each other’s words, and the caret stays', async ({ workstation }) => {
  const first = await atWork(await workstation.page('linxiao'))
  await startOriginal(first, headline)
  await writeBody(first, '水塔建于七十年前。', '塔身砌的是青砖。')
  await saved(first)
  const second = await first.context().newPage()
  await second.goto(first.url())
  await openFrom(await atWork(second), '我的稿件', headline)
  await bodyOf(second).getByText('塔身砌的是青砖。').click()
  await second.keyboard.press('Home')

  await typeAfter(first, '水塔建于七十年前。', '里面有旋梯。')
  await expect(bodyOf(second)).toContainText('里面有旋梯。')
  await second.keyboard.type('老')
  await expect(bodyOf(first)).toContainText('老塔身砌的是青砖。')
  await second.keyboard.press('ControlOrMeta+z')
  await expect(bodyOf(first)).toHaveText('水塔建于七十年前。里面有旋梯。塔身砌的是青砖。')
  await expect(bodyOf(second)).toHaveText('水塔建于七十年前。里面有旋梯。塔身砌的是青砖。')
})
