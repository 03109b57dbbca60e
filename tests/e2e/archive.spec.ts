import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { expect, test } from '../kit/host.ts'
import { atWork, bodyOf, openFrom, saved, setOffline, startOriginal, writeBody } from './desk.ts'

test.describe.configure({ timeout: 240_000 })

/** Through the palette, as on every system. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.getByRole('option', { name: new RegExp(name) }).click()
}

async function exportTo(page: Page, file: string): Promise<void> {
  await command(page, '导出资料库')
  const dialog = page.getByRole('dialog', { name: '导出资料库' })
  await dialog.getByRole('textbox', { name: '存到' }).fill(file)
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog.getByText('已导出，读回核对无误')).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')
}

async function lookInto(page: Page, file: string) {
  await command(page, '导入资料库')
  const dialog = page.getByRole('dialog', { name: '导入资料库' })
  await dialog.getByRole('textbox', { name: '存档文件' }).fill(file)
  await dialog.getByRole('button', { name: '查看内容' }).click()
  return dialog
}

test('what was written on one desktop is there on an empty one, without the desk ever having seen it', async ({
  workstation,
}) => {
  const page = await atWork(await workstation.page('linxiao'))
  await setOffline(page, true)
  await startOriginal(page, '旧电脑上的稿')
  await writeBody(page, '第一段。', '第二段。')
  await saved(page)
  const file = join(workstation.folder, 'archive.zip')
  await exportTo(page, file)

  await rm(join(workstation.folder, 'people', 'linxiao'), { recursive: true, force: true })
  await workstation.restart('kill')
  const empty = await atWork(await workstation.page('linxiao'))
  await expect(empty.getByRole('option', { name: /旧电脑上的稿/ })).toBeHidden()
  const dialog = await lookInto(empty, file)
  await expect(dialog.getByText(/新稿件/)).toBeVisible({ timeout: 60_000 })
  await dialog.getByRole('button', { name: '导入', exact: true }).click()
  await expect(dialog.getByText('已导入')).toBeVisible({ timeout: 60_000 })
  await dialog.getByRole('contentinfo').or(dialog).getByRole('button', { name: '关闭' }).last().click()
  await openFrom(empty, '我的稿件', '旧电脑上的稿')
  await expect(bodyOf(empty)).toHaveText('第一段。第二段。')
})

test('a file that is no archive changes nothing, and says what it is not', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  const dialog = await lookInto(page, join(workstation.folder, 'people', 'linxiao', 'library.db'))
  await expect(dialog.getByRole('alert')).toContainText('资料库没有任何变化', { timeout: 60_000 })
})
