import { join } from 'node:path'

import type { Rule } from '../faults/layer.ts'
import { diskLayer, fullDisk, readOnlyDisk } from '../faults/layer.ts'
import { expect, test } from '../kit/failingDisk.ts'
import { atWork, bodyOf, headlineOf, openFrom, saved, startOriginal, statusBar, writeBody } from './desk.ts'

test.describe.configure({ timeout: 240_000 })

const layer = diskLayer()
test.skip('missing' in layer, 'missing' in layer ? layer.missing : '')
test.skip(
  ({ host }) => host === 'electron',
  'the layer goes under the core of the loopback host, which is the same core',
)

const faults: { name: string; rules: readonly Rule[]; said: string }[] = [
  { name: 'a full disk', rules: fullDisk, said: '存放资料库的磁盘已满，或者配额已经用完。' },
  { name: 'a read-only disk', rules: readOnlyDisk, said: '存放资料库的磁盘现在不能写入。' },
  {
    name: 'a disk that fails to write',
    rules: [
      { call: 'write', failure: 'EIO' },
      { call: 'create', failure: 'EIO' },
    ],
    said: '存放资料库的磁盘读写出错，可能松动或损坏。',
  },
]

for (const { name, rules, said } of faults) {
  test(`on ${name} the program starts for reading, and takes words again without a new start`, async ({ disk }) => {
    const before = await atWork(await disk.page())
    await startOriginal(before, '先写好的稿')
    await writeBody(before, '已经存好的最后一句。')
    await saved(before)

    disk.breakDisk(rules)
    await disk.restart('kill')
    const page = await atWork(await disk.page())
    const banner = page.getByRole('alert').filter({ hasText: said })
    await expect(banner).toContainText('已保存的内容都在')
    await openFrom(page, '我的稿件', '先写好的稿')
    await expect(bodyOf(page)).toHaveText('已经存好的最后一句。')
    await expect(bodyOf(page)).toHaveAttribute('contenteditable', 'false')
    await expect(headlineOf(page)).toHaveAttribute('readonly', '')
    await expect(statusBar(page).getByText('只读')).toBeVisible()

    await banner.getByRole('button', { name: '重试' }).click()
    await expect(banner.getByText('刚才又查过，磁盘还是这样。')).toBeVisible()

    disk.breakDisk()
    // By itself or by the button, whichever comes first.
    await banner
      .getByRole('button', { name: '重试' })
      .click()
      .catch(() => undefined)
    await expect(banner).toHaveCount(0, { timeout: 30_000 })
    await expect(bodyOf(page)).toHaveAttribute('contenteditable', 'true')
    await bodyOf(page).click()
    await page.keyboard.press('End')
    await page.keyboard.type('接着写。')
    await saved(page)
    await expect(bodyOf(page)).toHaveText('已经存好的最后一句。接着写。')
  })
}

test('a disk that cannot even be read is named on a page of its own, and the program is there when it is well', async ({
  disk,
}) => {
  const before = await atWork(await disk.page())
  await startOriginal(before, '读不到的稿')
  await writeBody(before, '仍在盘上。')
  await saved(before)

  disk.breakDisk([{ call: 'any', failure: 'EIO' }])
  await disk.restart('kill')
  const page = await disk.page()
  await expect(page.getByRole('heading', { name: '现在读不到资料库' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/people\/linxiao$/)).toBeVisible()
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText('刚才又查过，磁盘还是这样。')).toBeVisible()

  disk.breakDisk()
  await atWork(page)
  await openFrom(page, '我的稿件', '读不到的稿')
  await expect(bodyOf(page)).toHaveText('仍在盘上。')
})

test.describe('a trial newsroom whose server lies on the same disk', () => {
  test.use({ failing: 'newsroom' })

  test('opens for reading as a real desk does, lets the library be taken elsewhere, and has its server back', async ({
    disk,
  }) => {
    const before = await atWork(await disk.page())
    await startOriginal(before, '同一块盘上的稿')
    await writeBody(before, '服务器也在这块盘上。')
    await saved(before)

    disk.breakDisk(fullDisk)
    await disk.restart('kill')
    const page = await atWork(await disk.page())
    const banner = page.getByRole('alert').filter({ hasText: '存放资料库的磁盘已满' })
    await expect(banner).toBeVisible()
    await openFrom(page, '我的稿件', '同一块盘上的稿')
    await expect(bodyOf(page)).toHaveText('服务器也在这块盘上。')
    await expect(statusBar(page).getByText('磁盘不能写入，暂不联系编辑部')).toBeVisible()
    await banner.getByRole('button', { name: '导出到别的磁盘…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(join(disk.home, 'rescued.zip'))
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    await expect(dialog.getByText(/rescued\.zip/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: '再导出一份' })).toBeVisible()
    await page.keyboard.press('Escape')

    disk.breakDisk()
    await expect(banner).toHaveCount(0, { timeout: 30_000 })
    await expect(statusBar(page).getByText('已连接编辑部')).toBeVisible({ timeout: 60_000 })
  })
})
