import type { Page } from '@playwright/test'

import { expect, test } from '../kit/host.ts'
import { atWork, headlineOf, inspector, saved, startOriginal, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

const field = (page: Page) => page.getByRole('textbox', { name: '查找稿件' })
const results = (page: Page) => page.getByRole('listbox', { name: '查找结果' })

test('an article is found by its words as they are typed, from the keyboard alone', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '北堤灯塔透镜下塔')
  await writeBody(page, '守塔人说，旧透镜昨天吊装下塔，送往作坊修补。')
  await saved(page)
  await startOriginal(page, '北堤灯塔透镜装回')
  await writeBody(page, '修补好的透镜今天装回北堤灯塔，守塔人重新点灯。')
  await saved(page)

  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toBeFocused()
  await expect(page.getByText('查找正文、标题、署名、图片说明和审稿意见')).toBeVisible()
  await page.keyboard.type('作坊')
  await expect(results(page).getByRole('option')).toHaveCount(1)
  await expect(results(page).locator('mark')).toHaveText(['作坊'])
  await field(page).fill('透镜 -作坊')
  await expect(results(page).getByRole('option', { name: /透镜装回/ })).toBeVisible()
  await expect(results(page).getByRole('option')).toHaveCount(1)
  await field(page).fill('吊')
  await expect(results(page).getByRole('option', { name: /透镜下塔/ })).toBeVisible()
  await field(page).fill('透镜')
  // In this order as soon as both headlines are in the index; keys before that would be for another line.
  await expect(results(page).getByRole('option')).toContainText(['透镜装回', '透镜下塔'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(headlineOf(page)).toHaveValue('北堤灯塔透镜下塔')

  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.getByRole('combobox', { name: '状态' }).selectOption('published')
  await expect(page.getByText('没有找到')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(results(page).getByRole('option')).toHaveCount(2)
  await field(page).press('Escape')
  await expect(page.getByRole('listbox', { name: '稿件列表' })).toBeVisible()

  await inspector(page).getByRole('tab', { name: '相关稿件' }).click()
  await inspector(page)
    .getByRole('button', { name: /透镜装回/ })
    .click()
  await expect(headlineOf(page)).toHaveValue('北堤灯塔透镜装回')
})
