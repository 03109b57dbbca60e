import type { Page } from '@playwright/test'

import { expect, test } from '../kit/host.ts'
import { atWork, bodyOf, headlineOf, inspector, openFrom, saved, startOriginal, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

const undo = (page: Page) => page.keyboard.press('ControlOrMeta+z')
const redo = (page: Page) => page.keyboard.press('ControlOrMeta+Shift+z')

for (const how of ['close', 'kill'] as const) {
  test(`undo goes on where it was after the program has gone (${how}) and started again`, async ({ workstation }) => {
    const before = await atWork(await workstation.page('linxiao'))
    await startOriginal(before, '旧闸口夜里放水')
    await writeBody(before, '闸口的灯亮了一夜。')
    await before.keyboard.press('Enter')
    await before.keyboard.type('清早水位降了两尺。')
    await saved(before)
    await workstation.restart(how)

    const page = await atWork(await workstation.page('linxiao'))
    await openFrom(page, '我的稿件', '旧闸口夜里放水')
    await expect(bodyOf(page)).toContainText('清早水位降了两尺。')
    await bodyOf(page).click()
    await undo(page)
    await expect(bodyOf(page)).not.toContainText('清早水位降了两尺。')
    await expect(bodyOf(page)).toContainText('闸口的灯亮了一夜。')
    await redo(page)
    await expect(bodyOf(page)).toContainText('清早水位降了两尺。')
    // What is taken back before the next start stays taken back.
    await undo(page)
    await saved(page)
    await workstation.restart(how)
    const last = await atWork(await workstation.page('linxiao'))
    await openFrom(last, '我的稿件', '旧闸口夜里放水')
    await expect(bodyOf(last)).not.toContainText('清早水位降了两尺。')
    await bodyOf(last).click()
    await redo(last)
    await expect(bodyOf(last)).toContainText('清早水位降了两尺。')
  })
}

test('bringing an old version back is taken back by undo, at once and after a restart', async ({ workstation }) => {
  const before = await atWork(await workstation.page('linxiao'))
  await startOriginal(before, '渔市搬到北岸')
  await writeBody(before, '渔市在南岸开了四十年。')
  await saved(before)
  await workstation.restart('close')

  const page = await atWork(await workstation.page('linxiao'))
  await openFrom(page, '我的稿件', '渔市搬到北岸')
  await headlineOf(page).fill('渔市下月搬到北岸')
  await bodyOf(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('下月起，摊位全部迁往北岸。')
  await saved(page)
  await inspector(page).getByRole('tab', { name: '历史' }).click()
  const versions = inspector(page).getByRole('listbox', { name: '历史版本' })
  await versions
    .getByRole('option', { name: /自动保存/ })
    .last()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复成这一版' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(bodyOf(page)).toHaveText('渔市在南岸开了四十年。')
  await expect(headlineOf(page)).toHaveValue('渔市搬到北岸')

  // Where the dialog leaves the person: nobody has clicked into the text.
  await undo(page)
  await expect(bodyOf(page)).toHaveText('渔市在南岸开了四十年。下月起，摊位全部迁往北岸。')
  await expect(headlineOf(page)).toHaveValue('渔市下月搬到北岸')
  await redo(page)
  await expect(bodyOf(page)).toHaveText('渔市在南岸开了四十年。')
  await saved(page)

  await workstation.restart('kill')
  const again = await atWork(await workstation.page('linxiao'))
  await openFrom(again, '我的稿件', '渔市搬到北岸')
  await bodyOf(again).click()
  await undo(again)
  await expect(bodyOf(again)).toHaveText('渔市在南岸开了四十年。下月起，摊位全部迁往北岸。')
  await expect(headlineOf(again)).toHaveValue('渔市下月搬到北岸')
})
