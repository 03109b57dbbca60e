import { expect, test } from '../kit/host.ts'
import { atWork, bodyOf, inspector, openFrom, saved, startOriginal, writeBody } from './desk.ts'

test.describe.configure({ timeout: 120_000 })

const headline = '旧码头的钟楼重新走时'
const first = '停了二十年的钟楼，昨天中午重新敲响。'
const second = '修钟的是三位退休师傅，他们用了七个月。'

test('a version is compared word by word, and a paragraph and then the whole are brought back', async ({
  workstation,
}) => {
  const before = await atWork(await workstation.page('linxiao'))
  await test.step('what was written is kept as a version when the program is closed', async () => {
    await startOriginal(before, headline)
    await writeBody(before, first, second)
    await saved(before)
    await workstation.restart('close')
  })

  const page = await atWork(await workstation.page('linxiao'))
  await test.step('the next day the text becomes another', async () => {
    await openFrom(page, '我的稿件', headline)
    await bodyOf(page).getByText('重新敲响').click()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('Shift+End')
    await page.keyboard.type('停了二十年的钟楼，今天清晨重新敲响。')
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.type('有人捐了一只新钟。')
    await saved(page)
  })

  await inspector(page).getByRole('tab', { name: '历史' }).click()
  const versions = inspector(page).getByRole('listbox', { name: '历史版本' })
  const dialog = page.getByRole('dialog', { name: '比较版本' })

  await test.step('the comparison marks words, and nothing else', async () => {
    await versions
      .getByRole('option', { name: /自动保存/ })
      .last()
      .click()
    await expect(dialog.getByText('2 处改动')).toBeVisible()
    await expect(dialog.locator('del').first()).toHaveText('昨天中午')
    await expect(dialog.locator('ins').first()).toHaveText('今天清晨')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(dialog.getByText('第 1 处，共 2 处')).toBeVisible()
    await dialog.getByRole('radio', { name: '合在一起' }).check({ force: true })
    await expect(dialog.locator('del').first()).toHaveText('昨天中午')
  })

  await test.step('one paragraph comes back, and the other stays as it is', async () => {
    await dialog.getByRole('button', { name: '恢复这一处' }).first().click()
    await expect(dialog.getByText('1 处改动')).toBeVisible()
    // The page lies behind the dialog, where roles do not reach.
    const body = page.locator('[contenteditable=true]')
    await expect(body).toContainText(first)
    await expect(body).toContainText('有人捐了一只新钟。')
  })

  await test.step('the whole comes back, and what stood there is kept', async () => {
    await dialog.getByRole('button', { name: '恢复成这一版' }).click()
    await expect(dialog).toBeHidden()
    await expect(bodyOf(page)).toContainText(second)
    await expect(bodyOf(page)).not.toContainText('有人捐了一只新钟。')
    await expect(versions.getByRole('option', { name: /恢复之前/ })).toHaveCount(2)
    await expect(versions.getByRole('option', { selected: true })).toHaveText(/自动保存/)
    await versions
      .getByRole('option', { name: /恢复之前/ })
      .first()
      .click()
    await expect(dialog.locator('del', { hasText: '有人捐了一只新钟。' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('and it is what is found after the next start', async () => {
    await workstation.restart('kill')
    const again = await atWork(await workstation.page('linxiao'))
    await openFrom(again, '我的稿件', headline)
    await expect(bodyOf(again)).toContainText(first)
    await expect(bodyOf(again)).toContainText(second)
  })
})
