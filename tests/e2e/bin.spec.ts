import type { Locator, Page } from '@playwright/test'

import { expect, test } from '../kit/host.ts'
import { atWork, openFrom, saved, startOriginal, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

const shelf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}，`) })
const line = (page: Page, headline: string) => page.getByRole('option', { name: new RegExp(headline) })
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: /清空回收站|彻底删除/ })
const lines = (page: Page) => page.getByRole('listbox', { name: '稿件列表' })

async function putInBin(page: Page, headline: string): Promise<void> {
  await startOriginal(page, headline)
  await writeBody(page, `${headline}的正文。`)
  await saved(page)
  await line(page, headline).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '移到回收站' }).click()
  await expect(line(page, headline)).toBeHidden()
}

test('the bin is emptied of what is named, and of nothing by a single key', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  for (const headline of ['旧桥拆除', '渡口改线', '堤岸植树']) await putInBin(page, headline)
  await shelf(page, '回收站').click()
  await expect(shelf(page, '回收站')).toHaveAccessibleName(/3/)

  await page.getByRole('button', { name: '清空回收站…' }).click()
  await expect(dialog(page)).toBeVisible()
  for (const headline of ['旧桥拆除', '渡口改线', '堤岸植树']) await expect(dialog(page)).toContainText(headline)
  await expect(dialog(page).getByRole('button', { name: '取消' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(lines(page).getByRole('option')).toHaveCount(3)

  await page.getByRole('button', { name: '清空回收站…' }).click()
  await dialog(page).getByRole('checkbox', { name: '堤岸植树' }).uncheck()
  await dialog(page).getByRole('button', { name: '彻底删除 2 篇' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('已彻底删除 2 篇稿件。')).toBeAttached()
  await expect(lines(page).getByRole('option')).toHaveCount(1)

  await workstation.restart('kill')
  const again = await atWork(await workstation.page('linxiao'))
  await expect(shelf(again, '回收站')).toHaveAccessibleName(/1/)
  await expect(again.getByRole('dialog', { name: '资料库已修复' })).toBeHidden()
})

test('one article goes from its own line or page, after the question', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  await putInBin(page, '试写一篇')
  await shelf(page, '回收站').click()
  await openFrom(page, '回收站', '试写一篇')
  await expect(page.getByText('在回收站里，不能改动。')).toBeVisible()
  await lines(page).focus()
  await page.keyboard.press('Delete')
  await expect(dialog(page)).toContainText('试写一篇')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()

  await page.getByRole('button', { name: '彻底删除…' }).click()
  await dialog(page).getByRole('button', { name: '彻底删除 1 篇' }).click()
  await expect(page.getByText('回收站是空的')).toBeVisible()
  await expect(page.getByText('没有打开的稿件')).toBeVisible()
  await expect(page.getByRole('button', { name: '清空回收站…' })).toBeDisabled()
})

test('what another window restored in the meantime is not removed, and the list is read anew', async ({
  workstation,
}) => {
  const page = await atWork(await workstation.page('linxiao'))
  for (const headline of ['先去后来', '一直在此']) await putInBin(page, headline)
  await shelf(page, '回收站').click()
  const second = await atWork(
    await page
      .context()
      .newPage()
      .then(async (opened) => {
        await opened.goto(page.url())
        return opened
      }),
  )
  await shelf(second, '回收站').click()
  await page.getByRole('button', { name: '清空回收站…' }).click()
  await expect(dialog(page)).toContainText('先去后来')
  await line(second, '先去后来').click({ button: 'right' })
  await second.getByRole('menuitem', { name: '从回收站恢复' }).click()
  await expect(line(second, '先去后来')).toBeHidden()
  await dialog(page).getByRole('button', { name: '彻底删除 2 篇' }).click()
  await expect(dialog(page)).toContainText('一篇也没有删除')
  await expect(dialog(page).getByRole('button', { name: '彻底删除 1 篇' })).toBeEnabled()
  await expect(dialog(page)).not.toContainText('先去后来')
  await dialog(page).getByRole('button', { name: '彻底删除 1 篇' }).click()
  await shelf(page, '我的稿件').click()
  await expect(line(page, '先去后来')).toBeVisible()
})
