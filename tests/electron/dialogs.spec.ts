import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { atWork } from '../e2e/desk.ts'
import type { RunningElectron } from '../kit/electron.ts'
import { expect, test } from '../kit/host.ts'

test.describe.configure({ timeout: 180_000 })

/** Nobody can click in the system's own dialogs here: they are told what a person chose, and note what they were asked. */
const choose = ({ app }: RunningElectron, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const note = (uses: string[], filters: Electron.FileFilter[] = []) =>
      asked.push([...uses, ...filters.flatMap(({ extensions }) => extensions)].join(' '))
    Object.assign(dialog, {
      showSaveDialog: (_: unknown, options: Electron.SaveDialogOptions) => {
        note(['save'], options.filters)
        return Promise.resolve({ filePath: chosen, canceled: chosen === '' })
      },
      showOpenDialog: (_: unknown, options: Electron.OpenDialogOptions) => {
        note(options.properties ?? [], options.filters)
        return Promise.resolve({ filePaths: chosen === '' ? [] : [chosen], canceled: chosen === '' })
      },
    })
  }, path)

const asked = ({ app }: RunningElectron): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

test('an archive and a folder for backups are chosen in the dialogs of the system, or not at all', async ({
  workstation,
}) => {
  const electron = workstation.host as RunningElectron
  const page = await atWork(await workstation.page('linxiao'))
  const command = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(name)
    await page.getByRole('option', { name: new RegExp(name) }).click()
    return page.getByRole('dialog', { name })
  }
  const file = join(workstation.folder, 'archive.zip')

  const taking = await command('导出资料库')
  const suggested = await taking.getByRole('textbox').inputValue()
  await choose(electron, '')
  await taking.getByRole('button', { name: '选择…' }).click()
  await expect.poll(() => asked(electron)).toEqual(['save zip'])
  await expect(taking.getByRole('textbox')).toHaveValue(suggested)
  await choose(electron, file)
  await taking.getByRole('button', { name: '选择…' }).click()
  await expect(taking.getByRole('textbox')).toHaveValue(file)
  await taking.getByRole('button', { name: '导出', exact: true }).click()
  await expect(taking.getByText('已导出，读回核对无误')).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')

  const bringing = await command('导入资料库')
  await bringing.getByRole('button', { name: '选择…' }).click()
  await expect.poll(() => asked(electron)).toEqual(['save zip', 'openFile zip'])
  await expect(bringing.getByRole('textbox')).toHaveValue(file)
  await page.keyboard.press('Escape')

  const second = join(workstation.folder, 'second')
  await mkdir(second)
  await choose(electron, second)
  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: '设置' })
  await settings.getByRole('button', { name: '选择…' }).click()
  await expect.poll(() => asked(electron)).toEqual(['openDirectory createDirectory'])
  await settings.getByRole('button', { name: '使用', exact: true }).click()
  await settings.getByRole('button', { name: '立即备份' }).click()
  await expect.poll(() => readdir(second), { timeout: 30_000 }).not.toEqual([])
})
