import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { diskLayer, fullDisk, readOnlyDisk } from '../faults/layer.ts'
import type { Rule } from '../faults/layer.ts'
import { expect, test } from '../kit/failingDisk.ts'
import { atWork, bodyOf, openFrom, saved, startOriginal, statusBar, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

const layer = diskLayer()
test.skip('missing' in layer, 'missing' in layer ? layer.missing : '')
test.skip(
  ({ host }) => host === 'electron',
  'the layer goes under the core of the loopback host, which is the same core',
)

const faults: { name: string; rules: readonly Rule[]; said: RegExp }[] = [
  { name: 'a full disk', rules: fullDisk, said: /磁盘已满，尚未保存，请不要关闭窗口/ },
  { name: 'a read-only disk', rules: readOnlyDisk, said: /磁盘不能写入，尚未保存，请不要关闭窗口/ },
  { name: 'a failing disk', rules: [{ call: 'sync', failure: 'EIO' }], said: /磁盘出错，尚未保存，请不要关闭窗口/ },
]

for (const { name, rules, said } of faults) {
  test(`${name} is said while words stay in the window, and they are saved when it is over`, async ({ disk }) => {
    const page = await atWork(await disk.page())
    await startOriginal(page, '满盘之前')
    await writeBody(page, '这一段已经存好。')
    await saved(page)

    disk.breakDisk(rules)
    await page.keyboard.type('这一段没有地方放。')
    const notSaved = statusBar(page).getByRole('button', { name: said })
    await expect(notSaved).toBeVisible()
    await expect(bodyOf(page)).toHaveText('这一段已经存好。这一段没有地方放。')
    await page.keyboard.type('接着写。')
    await expect(notSaved).toBeVisible()

    disk.breakDisk()
    await expect(statusBar(page).getByText(/已保存到本机/)).toBeVisible({ timeout: 60_000 })
    await disk.restart('kill')
    const again = await atWork(await disk.page())
    await openFrom(again, '我的稿件', '满盘之前')
    await expect(bodyOf(again)).toHaveText('这一段已经存好。这一段没有地方放。接着写。')
  })
}

test('a window on a full disk is not closed with words that are nowhere else, and nothing hangs when the system ends it', async ({
  disk,
}) => {
  const page = await atWork(await disk.page())
  await startOriginal(page, '关窗之前')
  await writeBody(page, '这一段已经存好。')
  await saved(page)
  disk.breakDisk(fullDisk)
  await page.keyboard.type('这一段只在窗口里。')
  await expect(statusBar(page).getByRole('button', { name: /磁盘已满，尚未保存/ })).toBeVisible()

  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  await expect(bodyOf(page)).toHaveText('这一段已经存好。这一段只在窗口里。')

  // Nobody can be asked any more: the words go where there is room.
  await disk.end()
  const [file] = (await readdir(disk.home)).filter((name) => name.startsWith('galley-unsaved-'))
  expect(await readFile(join(disk.home, file ?? ''), 'utf8')).toContain('这一段已经存好。这一段只在窗口里。')
})
