import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { atWork, bodyOf, saved, startOriginal, writeBody } from '../e2e/desk.ts'
import { startElectron } from '../kit/electron.ts'
import { expect, test as base } from '../kit/host.ts'
import { launchWorkstation } from '../kit/workstation.ts'

/** `blocked`: where a file lies in the way of a folder, from the newsroom's own; nowhere when it is empty. */
const test = base.extend<{ blocked: string }>({
  blocked: ['', { option: true }],
  workstation: async ({ blocked }, provide) => {
    const workstation = await launchWorkstation(async (folder) => {
      const way = join(folder, blocked)
      if (blocked !== '') {
        await mkdir(dirname(way), { recursive: true })
        await writeFile(way, 'no folder')
      }
      return startElectron(folder)
    })
    await provide(workstation)
    await workstation.close()
  },
})

test.describe.configure({ timeout: 180_000 })

test.describe('where Chromium cannot keep its own files', () => {
  test.use({ blocked: 'electron' })

  test('the program starts all the same, and keeps what is written', async ({ workstation }) => {
    const page = await atWork(await workstation.page('linxiao'))
    await startOriginal(page, '没有缓存的窗口')
    await writeBody(page, '照样存好。')
    await saved(page)
    await expect(bodyOf(page)).toHaveText('照样存好。')
  })
})

test.describe('where the library cannot be read', () => {
  test.use({ blocked: join('people', 'linxiao') })

  test('the page that says so can be left', async ({ workstation }) => {
    const page = await workstation.page('linxiao')
    await expect(page.getByRole('heading', { name: '现在读不到资料库' })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: '退出' }).click()
    await workstation.host.exited
  })
})
