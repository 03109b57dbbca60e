import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from '../kit/host.ts'
import { atWork, bodyOf, openFrom, saved, startOriginal, statusBar, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

test('a library that is overwritten under the program comes back with every word, and a report', async ({
  workstation,
}) => {
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '备份与修复')
  await writeBody(page, '备份之前写的一段。')
  await saved(page)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: '设置' })
  await settings.getByRole('button', { name: '立即备份' }).click()
  await expect(settings.getByText(/MB/)).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('备份之后写的一段。')
  await saved(page)

  const library = join(workstation.folder, 'people', 'linxiao', 'library.db')
  // Both: what is in the write-ahead log would mend the file again.
  for (const file of [library, `${library}-wal`]) {
    await writeFile(file, Buffer.alloc((await readFile(file)).length, 0x5a))
  }
  workstation.killCore('linxiao')
  const report = page.getByRole('dialog', { name: '资料库已修复' })
  await expect(report).toBeVisible({ timeout: 60_000 })
  await expect(report).toContainText('以')
  await report.getByRole('button', { name: '知道了' }).click()
  await expect(report).toBeHidden()
  await expect(statusBar(page).getByText(/已保存到本机/)).toBeVisible({ timeout: 30_000 })
  await expect(bodyOf(page)).toHaveText('备份之前写的一段。备份之后写的一段。')

  await workstation.restart()
  const again = await atWork(await workstation.page('linxiao'))
  await expect(again.getByRole('dialog', { name: '资料库已修复' })).toBeHidden()
  await openFrom(again, '我的稿件', '备份与修复')
  await expect(bodyOf(again)).toHaveText('备份之前写的一段。备份之后写的一段。')
})
