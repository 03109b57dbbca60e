import { expect, test } from '../kit/host.ts'
import { atWork, bodyOf, headlineOf, openFrom, saved, startOriginal, statusBar, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

test('killing core while someone types loses nothing that was called saved', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '断电之前')
  await writeBody(page, '这一段已经存好。')
  await saved(page)
  workstation.killCore('linxiao')
  // The window stays, and what is typed while core is away is saved when it is back.
  await page.keyboard.type('这一段写在断线的时候。')
  await expect(statusBar(page).getByText(/已保存到本机/)).toBeVisible({ timeout: 30_000 })
  await expect(bodyOf(page)).toHaveText('这一段已经存好。这一段写在断线的时候。')

  await workstation.restart('kill')
  const again = await atWork(await workstation.page('linxiao'))
  await openFrom(again, '我的稿件', '断电之前')
  await expect(bodyOf(again)).toHaveText('这一段已经存好。这一段写在断线的时候。')
})

test('a program that is closed in the middle of a word keeps it', async ({ workstation, host }) => {
  test.skip(host === 'loopback', 'a browser tab can be closed without asking: only Electron can hold a window')
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '收工')
  await writeBody(page, '最后几个字')
  await headlineOf(page).fill('收工之前')
  await workstation.restart()
  const again = await atWork(await workstation.page('linxiao'))
  await openFrom(again, '我的稿件', '收工之前')
  await expect(bodyOf(again)).toHaveText('最后几个字')
})
