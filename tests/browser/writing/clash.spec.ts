import type { ClashBlock } from '#shared/document/blocks.ts'
import { fieldClashId } from '#shared/document/clash.ts'
import { heading, paragraph } from '#shared/document/make.ts'
import { BlockId, PersonId } from '#shared/domain/ids.ts'
import { InputMethod } from '../../kit/inputMethod.ts'
import { expect, test } from '../../kit/writing.ts'

const [a, b] = [BlockId.parse('a'), BlockId.parse('b')]
const who = PersonId.parse('0198f000-0000-7000-8000-00000000000a')
const [first, second] = ['2026-11-24T08:05:00.000Z', '2026-11-24T09:30:00.000Z']

const clash: ClashBlock = {
  type: 'clash',
  version: 1,
  $: { id: b },
  of: 'body',
  versions: [
    { who, when: first, blocks: [paragraph('大桥今晨通车。', b)] },
    { who: null, when: second, blocks: [paragraph('大桥昨夜试通车，今晨正式开放。', b), heading('h2', '试通车')] },
  ],
}
const headline: ClashBlock = {
  type: 'clash',
  version: 1,
  $: { id: fieldClashId('headline') },
  of: 'headline',
  versions: [
    { who, when: first, value: '大桥通车' },
    { who: null, when: second, value: '新桥开放' },
  ],
}
const body = () => [paragraph('前文。', a), clash, paragraph('后文。')]

const blocks = ['p:前文。', 'unknown:clash', 'p:后文。']

test.describe('a place with two versions', () => {
  test('shows both with whose they are, and one of them is taken; undo brings the question back', async ({
    writing,
    page,
  }) => {
    await writing.open(body())
    const place = page.getByRole('region', { name: '此处有 2 个版本' })
    await expect(place).toContainText('大桥今晨通车。')
    await expect(place).toContainText('版本 1 · 林夏')
    await expect(place).toContainText('大桥昨夜试通车，今晨正式开放。')
    expect(await page.evaluate(() => window.harness.snapshot().clashes)).toBe(1)
    await page.getByRole('button', { name: '采用版本 2' }).click()
    expect(await writing.outline()).toEqual(['p:前文。', 'p:大桥昨夜试通车，今晨正式开放。', 'h2:试通车', 'p:后文。'])
    expect(await page.evaluate(() => window.harness.snapshot().clashes)).toBe(0)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => writing.outline()).toEqual(blocks)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => writing.outline()).toHaveLength(4)
  })

  test('marks the words in which two versions of a paragraph differ', async ({ writing, page }) => {
    const version = (words: string, id = b) => ({
      who,
      when: first,
      blocks: [paragraph(`大桥${words}正式开放，车辆可以通行。`, id)],
    })
    await writing.open([{ ...clash, versions: [version('今晨'), version('昨夜')] }])
    await expect(page.locator('[data-clash] mark')).toHaveText(['今晨', '昨夜'])
    // One of them deleted the paragraph and typed it anew.
    await writing.open([{ ...clash, versions: [version('今晨'), version('明日', BlockId.parse('c'))] }])
    await expect(page.locator('[data-clash] mark')).toHaveText(['今晨', '明日'])
  })

  test('keeps both, or takes a third, with the keyboard alone', async ({ writing, page }) => {
    await writing.open(body())
    await writing.select([0, 1])
    await page.keyboard.press('ControlOrMeta+Alt+v')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: '采用版本 1' })).toBeFocused()
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await writing.outline()).toEqual([
      'p:前文。',
      'p:大桥今晨通车。',
      'p:大桥昨夜试通车，今晨正式开放。',
      'h2:试通车',
      'p:后文。',
    ])
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => writing.outline()).toEqual(blocks)
    await page.getByRole('button', { name: '另写一版' }).press('Enter')
    await page.getByRole('textbox', { name: '另写的版本' }).fill('大桥通车了。\n另一段。')
    await page.getByRole('button', { name: '采用这一版' }).press('Enter')
    expect(await writing.outline()).toEqual(['p:前文。', 'p:大桥通车了。', 'p:另一段。', 'p:后文。'])
  })

  test('stays when the words around it are deleted or cut, and a copy holds both versions', async ({
    writing,
    page,
  }) => {
    await writing.open(body())
    await writing.body.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+x')
    expect(await writing.outline()).toContain('unknown:clash')
    await page.keyboard.press('ControlOrMeta+v')
    const after = await writing.outline()
    expect(after.filter((block) => block === 'unknown:clash')).toHaveLength(1)
    expect(after.join()).toContain('大桥今晨通车。')
    expect(after.join()).toContain('大桥昨夜试通车，今晨正式开放。')
    await writing.body.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    expect(await writing.outline()).toContain('unknown:clash')
  })

  test('of a field names the field, and the version that is taken goes there', async ({ writing, page }) => {
    await writing.open([headline, ...body()])
    await page.getByRole('region', { name: '“标题”有 2 个版本' }).getByRole('button', { name: '采用版本 2' }).click()
    expect(await page.evaluate(() => window.harness.content().fields.headline)).toBe('新桥开放')
    expect(await writing.outline()).toEqual(blocks)
  })

  test('keeps a third version with every key of it, and gives it back when the article is opened again', async ({
    writing,
    page,
  }) => {
    await writing.open(body())
    await page.getByRole('button', { name: '另写一版' }).click()
    const field = page.getByRole('textbox', { name: '另写的版本' })
    await field.fill('大桥昨夜试通车')
    await field.press('End')
    await page.keyboard.type('，今晨')
    await field.press('Enter')
    await page.keyboard.type('正式')
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('大桥昨夜试通车，今晨\n正式')
    await writing.flush()
    await page.evaluate(() => window.harness.reopen())
    await expect(field).toHaveValue('大桥昨夜试通车，今晨\n正式')
    await expect(field).not.toBeFocused()
    // It is in the field, and not among the versions as well.
    await expect(page.getByRole('region', { name: '此处有 2 个版本' })).toBeVisible()
    await field.press('ControlOrMeta+End')
    await page.keyboard.type('开放')
    await page.getByRole('button', { name: '采用这一版' }).click()
    expect(await writing.outline()).toEqual(['p:前文。', 'p:大桥昨夜试通车，今晨', 'p:正式开放', 'p:后文。'])
    await page.keyboard.press('ControlOrMeta+z')
    await expect(field).toHaveValue('大桥昨夜试通车，今晨\n正式开放')
  })

  test('gives a third version back that was given up', async ({ writing, page }) => {
    await writing.open(body())
    await page.getByRole('button', { name: '另写一版' }).click()
    const field = page.getByRole('textbox', { name: '另写的版本' })
    await field.fill('大桥开了')
    await page.getByRole('button', { name: '取消' }).click()
    await expect(field).toBeHidden()
    expect((await writing.blocks())[1]).toEqual(clash)
    await writing.body.press('ControlOrMeta+z')
    await expect(field).toHaveValue('大桥开了')
  })

  test('lets an input method compose in a third version', async ({ writing, page }) => {
    await writing.open(body())
    await page.getByRole('button', { name: '另写一版' }).click()
    const field = page.getByRole('textbox', { name: '另写的版本' })
    await field.fill('')
    const input = await InputMethod.of(page)
    await input.compose('da')
    await input.compose('daqiao')
    await input.commit('大桥')
    await expect(field).toHaveValue('大桥')
    await writing.flush()
    expect(JSON.stringify(await writing.blocks())).toContain('大桥')
  })

  test('shows both to who may only read', async ({ writing, page }) => {
    await writing.open(body(), { editable: false })
    await expect(writing.body).toContainText('大桥今晨通车。')
    await expect(writing.body).toContainText('大桥昨夜试通车，今晨正式开放。')
    await expect(page.getByRole('button', { name: '采用版本 1' })).toHaveCount(0)
  })
})
