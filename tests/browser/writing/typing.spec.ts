import { heading, list, listItem, paragraph, quote } from '#shared/document/make.ts'
import { textNode } from '#shared/document/inline.ts'
import { idsOf } from '#shared/document/ownIds.ts'
import { BlockId } from '#shared/domain/ids.ts'
import { expect, test } from '../../kit/writing.ts'

test.describe('writing', () => {
  test('starts with an empty page and keeps every word', async ({ writing, page }) => {
    await writing.open()
    await writing.body.click()
    await page.keyboard.type('北方的河')
    await page.keyboard.press('Enter')
    await page.keyboard.type('second paragraph')
    expect(await writing.outline()).toEqual(['p:北方的河', 'p:second paragraph'])
    await writing.flush()
    expect(await page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saved')
  })

  test('splits and merges paragraphs; the first half stays the same block', async ({ writing, page }) => {
    await writing.open(['一二三四', '五六'])
    const [first] = await writing.blocks()
    await writing.select([0, 2])
    await page.keyboard.press('Enter')
    expect(await writing.outline()).toEqual(['p:一二', 'p:三四', 'p:五六'])
    const [half, other] = await writing.blocks()
    expect(half?.$.id).toBe(first?.$.id)
    expect(other?.$.id).not.toBe(first?.$.id)
    await page.keyboard.press('Backspace')
    expect(await writing.outline()).toEqual(['p:一二三四', 'p:五六'])
    await writing.select([0, 1], [1, 1])
    await page.keyboard.press('Delete')
    expect(await writing.outline()).toEqual(['p:一六'])
  })

  test('breaks a line inside a paragraph with Shift+Enter', async ({ writing, page }) => {
    await writing.open(['上下'])
    await writing.select([0, 1])
    await page.keyboard.press('Shift+Enter')
    expect(await writing.outline()).toEqual(['p:上⏎下'])
  })

  test('deletes everything and starts again', async ({ writing, page }) => {
    await writing.open(['甲', heading('h2', '乙'), list('bullet', [listItem('丙')]), quote('丁')])
    await writing.body.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.type('新')
    expect(await writing.outline()).toEqual(['p:新'])
  })

  test('takes everything back on an empty page, once too often, and does all of it again', async ({
    writing,
    page,
  }) => {
    await writing.open()
    await writing.body.click()
    await page.keyboard.type('第一段')
    await page.keyboard.press('Enter')
    await page.keyboard.type('第二段')
    for (const _ of '12345') await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled()
    expect(await page.evaluate(() => window.harness.content().blocks)).toEqual([])
    for (const _ of '12345') await page.keyboard.press('ControlOrMeta+y')
    expect(await writing.outline()).toEqual(['p:第一段', 'p:第二段'])
    await page.keyboard.type('。')
    expect(await writing.outline()).toEqual(['p:第一段', 'p:第二段。'])
  })

  test('undoes and redoes, by key and by button', async ({ writing, page }) => {
    await writing.open(['原文'])
    await writing.select([0, 2])
    await page.keyboard.type('加')
    await page.keyboard.press('Enter')
    await page.keyboard.type('段')
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    expect(await writing.outline()).toEqual(['p:原文加'])
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await writing.outline()).toEqual(['p:原文'])
    await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled()
    await page.getByRole('button', { name: '重做' }).click()
    expect(await writing.outline()).toEqual(['p:原文加'])
  })

  test('follows focus requests to the headline and the body', async ({ writing, page }) => {
    await writing.open(['正文'])
    await page.evaluate(() => window.harness.requestFocus({ at: 'field', field: 'headline' }))
    await expect(page.getByRole('textbox', { name: '标题', exact: true })).toBeFocused()
    await page.evaluate(() => window.harness.requestFocus({ at: 'field', field: 'body' }))
    await expect(writing.body).toBeFocused()
  })

  test('shows and does not change what may not be edited', async ({ writing, page }) => {
    await writing.open(['定稿'], { editable: false })
    await expect(page.getByRole('toolbar')).toHaveCount(0)
    await writing.body.click()
    await page.keyboard.type('x')
    expect(await writing.outline()).toEqual(['p:定稿'])
    await expect(page.getByRole('textbox', { name: '标题', exact: true })).not.toBeEditable()
    await page.evaluate(() => window.harness.setEditable(true))
    await writing.select([0, 2])
    await page.keyboard.type('改')
    expect(await writing.outline()).toEqual(['p:定稿改'])
  })
})

test.describe('styles', () => {
  test('sets bold and italic with the keyboard, once for each key press', async ({ writing, page }) => {
    await writing.open(['一二三四'])
    await writing.select([0, 1], [0, 3])
    await page.keyboard.press('ControlOrMeta+b')
    expect(await writing.outline()).toEqual(['p:一*二三*四'])
    await expect(page.getByRole('button', { name: '加粗' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('ControlOrMeta+i')
    expect(await writing.outline()).toEqual(['p:一*_二三_*四'])
    await page.keyboard.press('ControlOrMeta+b')
    expect(await writing.outline()).toEqual(['p:一_二三_四'])
  })

  test('makes no format that copy is not set in', async ({ writing, page }) => {
    await writing.open(['一二'])
    await writing.select([0, 0], [0, 2])
    await page.keyboard.press('ControlOrMeta+u')
    expect(await writing.outline()).toEqual(['p:一二'])
  })

  for (const [shortcut, button, outline] of [
    ['ControlOrMeta+Alt+2', '小标题', 'h2:一二'],
    ['ControlOrMeta+Alt+3', '次级小标题', 'h3:一二'],
    ['ControlOrMeta+Alt+4', '引文', 'quote:一二'],
  ] as const) {
    test(`makes a block a ${outline} and back, and it stays the same block`, async ({ writing, page }) => {
      await writing.open(['一二'])
      const [before] = await writing.blocks()
      await writing.select([0, 1])
      await page.keyboard.press(shortcut)
      expect(await writing.outline()).toEqual([outline])
      await expect(page.getByRole('button', { name: button, exact: true })).toHaveAttribute('aria-pressed', 'true')
      await page.getByRole('button', { name: button, exact: true }).click()
      expect(await writing.outline()).toEqual(['p:一二'])
      const [after] = await writing.blocks()
      expect(after?.$.id).toBe(before?.$.id)
    })
  }

  test('gives items ids of their own where two lists become one', async ({ writing, page }) => {
    const items = (name: string, first: string, second: string) =>
      list(
        'bullet',
        [listItem(first, 0, BlockId.parse('i')), listItem(second, 0, BlockId.parse('j'))],
        BlockId.parse(name),
      )
    await writing.open([items('a', '甲', '乙'), paragraph('丙'), items('c', '丁', '戊')])
    await writing.select([1, 0])
    await page.keyboard.press('ControlOrMeta+Shift+8')
    await page.keyboard.type('x')
    expect(await writing.outline()).toEqual(['ul[甲|乙|x丙|丁|戊]'])
    const ids = (await writing.blocks()).flatMap(idsOf)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toEqual(expect.arrayContaining(['i', 'j', 'i-2', 'j-2']))
  })

  test('makes lists, indents them to four levels, and leaves them', async ({ writing, page }) => {
    await writing.open(['一'])
    await writing.select([0, 1])
    await page.keyboard.press('ControlOrMeta+Shift+8')
    await page.keyboard.press('Enter')
    await page.keyboard.type('二')
    await page.keyboard.press('Tab')
    expect(await writing.outline()).toEqual(['ul[一|ul[二]]'])
    await page.keyboard.press('Shift+Tab')
    expect(await writing.outline()).toEqual(['ul[一|二]'])
    await page.keyboard.press('ControlOrMeta+Shift+7')
    expect(await writing.outline()).toEqual(['ol[一|二]'])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('正文')
    expect(await writing.outline()).toEqual(['ol[一|二]', 'p:正文'])
  })

  test('leaves the editor with Tab where there is no list', async ({ writing, page }) => {
    await writing.open(['一'])
    await writing.select([0, 0])
    await page.keyboard.press('Tab')
    await expect(writing.body).not.toBeFocused()
    expect(await writing.outline()).toEqual(['p:一'])
  })

  test('moves along the toolbar with the arrow keys: one stop for Tab', async ({ writing, page }) => {
    await writing.open(['一'])
    await writing.select([0, 1])
    const stops = page.getByRole('toolbar').locator('button:not([tabindex="-1"])')
    await expect(stops).toHaveCount(1)
    await stops.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: '小标题', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    expect(await writing.outline()).toEqual(['h2:一'])
  })
})

test.describe('links', () => {
  test('links chosen words, changes the address, and takes the link away', async ({ writing, page }) => {
    await writing.open(['见某某网站报道'])
    await writing.select([0, 1], [0, 5])
    await page.keyboard.press('ControlOrMeta+Shift+k')
    const address = page.getByRole('textbox', { name: '链接地址' })
    await expect(address).toBeFocused()
    await address.fill('news.example/a')
    await page.keyboard.press('Enter')
    expect(await writing.outline()).toEqual(['p:见(某某网站)报道'])
    await expect(writing.body.locator('a')).toHaveAttribute('href', 'https://news.example/a')
    await expect(writing.body).toBeFocused()

    await page.getByRole('button', { name: '链接' }).click()
    await expect(address).toHaveValue('https://news.example/a')
    await address.fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('http')
    await page.getByRole('button', { name: '去掉链接' }).click()
    expect(await writing.outline()).toEqual(['p:见某某网站报道'])
  })

  test('never goes to an address: it is opened outside, on request', async ({ writing, page }) => {
    await writing.open([paragraph([textNode('甲')])])
    await writing.select([0, 1])
    await page.keyboard.press('ControlOrMeta+Shift+k')
    await page.getByRole('textbox', { name: '链接地址' }).fill('https://news.example/')
    await page.keyboard.press('Enter')
    const url = page.url()
    await writing.body.locator('a').click()
    expect(await page.evaluate(() => window.harness.openedLinks())).toEqual([])
    await writing.body.locator('a').click({ modifiers: ['ControlOrMeta'] })
    await page.evaluate(() => window.harness.setEditable(false))
    await writing.body.locator('a').click()
    expect(await page.evaluate(() => window.harness.openedLinks())).toEqual([
      'https://news.example/',
      'https://news.example/',
    ])
    expect(page.url()).toBe(url)
  })
})

test.describe('title lines', () => {
  test('hold plain text without line breaks, grow with it, and lead on with Enter', async ({ writing, page }) => {
    await writing.open()
    const headline = page.getByRole('textbox', { name: '标题', exact: true })
    await page.getByRole('textbox', { name: '引题', exact: true }).fill('本网特稿')
    await page.keyboard.press('Enter')
    await expect(headline).toBeFocused()
    const low = (await headline.boundingBox())?.height ?? 0
    await page.keyboard.insertText(`很长的标题\n${'写了又写'.repeat(20)}`)
    expect((await headline.boundingBox())?.height ?? 0).toBeGreaterThan(low * 1.5)
    await page.keyboard.press('Enter')
    await page.keyboard.type('deck line')
    await page.keyboard.press('Enter')
    await page.keyboard.type('body')
    expect(await writing.outline()).toEqual(['p:body'])
    const { kicker, headline: stored, deck } = await page.evaluate(() => window.harness.content().fields)
    expect([kicker, stored, deck]).toEqual(['本网特稿', `很长的标题${'写了又写'.repeat(20)}`, 'deck line'])
  })
})
