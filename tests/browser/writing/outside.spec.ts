import type { Page } from '@playwright/test'

import type { Block } from '#shared/document/blocks.ts'
import { clashBlock } from '#shared/document/merge/alternatives.ts'
import { emptyContent } from '#shared/document/content.ts'
import { list, listItem, paragraph } from '#shared/document/make.ts'
import { BlockId } from '#shared/domain/ids.ts'
import { InputMethod } from '../../kit/inputMethod.ts'
import { expect, test } from '../../kit/writing.ts'

const [a, b, c] = [BlockId.parse('a'), BlockId.parse('b'), BlockId.parse('c')]
const start = () => [paragraph('甲甲甲', a), paragraph('乙乙乙', b), paragraph('丙丙丙', c)]

const arrive = (page: Page, blocks: Block[]) =>
  page.evaluate((content) => window.harness.outside(content), { ...emptyContent, blocks })

test.describe('a change from outside', () => {
  test('leaves the caret between the words where it was, in the same node', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([1, 2])
    const node = await page.evaluateHandle(() => document.getSelection()?.anchorNode)
    await arrive(page, [paragraph('新'), paragraph('甲外', a), paragraph('外乙乙乙', b), paragraph('丙丙丙', c)])
    expect(await page.evaluate((before) => document.getSelection()?.anchorNode === before, node)).toBe(true)
    await page.keyboard.type('x')
    expect(await writing.outline()).toEqual(['p:新', 'p:甲外', 'p:外乙乙x乙', 'p:丙丙丙'])
  })

  test('leaves the caret beside a place that became two versions', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([1, 1])
    const version = (text: string) => ({ who: null, when: '2026-03-05T01:30:00.000Z', value: [paragraph(text, b)] })
    await arrive(page, [paragraph('甲甲甲', a), clashBlock(b, ['乙', '外'].map(version)), paragraph('丙丙丙', c)])
    await page.keyboard.type('x')
    expect((await writing.outline())[0]).toBe('p:甲甲甲x')
  })

  test('shows a list as it came, also one of which two items have one id', async ({ writing, page }) => {
    const items = (first: string) =>
      list('bullet', [listItem(first, 0, c), listItem('乙', 0, c), listItem('丙', 0, b)], a)
    await writing.open([items('甲')])
    for (const first of ['甲一', '甲二', '甲三']) {
      await arrive(page, [items(first)])
      expect(await page.evaluate(() => window.harness.shown())).toEqual([items(first)])
    }
  })

  test('keeps chosen words chosen, also over several blocks', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([0, 1], [2, 2])
    await arrive(page, [paragraph('外甲甲甲', a), paragraph('乙外乙乙', b), paragraph('丙丙丙外', c)])
    await page.keyboard.press('ControlOrMeta+b')
    expect(await writing.outline()).toEqual(['p:外甲*甲甲*', 'p:*乙外乙乙*', 'p:*丙丙*丙外'])
  })

  test('moves nothing on the screen', async ({ writing, page }) => {
    const lines = Array.from({ length: 80 }, (_, index) =>
      paragraph(`第${index}段`.repeat(30), BlockId.parse(`p${index}`)),
    )
    await writing.open(lines)
    await writing.select([60, 3])
    const place = () =>
      writing.body.evaluate((body) => {
        const caret = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
        return { top: Math.round(caret?.top ?? -1), within: (caret?.top ?? -1) > 0 && body.isConnected }
      })
    await page.mouse.wheel(0, 0)
    await writing.body.locator('p').nth(60).scrollIntoViewIfNeeded()
    const before = await place()
    expect(before.within).toBe(true)
    await arrive(page, [paragraph('新的一段'.repeat(60)), paragraph('又一段'.repeat(90)), ...lines])
    expect(Math.abs((await place()).top - before.top)).toBeLessThan(3)
  })

  test('does not take the focus from another field', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([1, 1])
    const headline = page.getByRole('textbox', { name: '标题', exact: true })
    await headline.click()
    await arrive(page, [paragraph('甲外', a), paragraph('外乙乙乙', b)])
    await page.keyboard.type('标题')
    expect(await page.evaluate(() => window.harness.content().fields.headline)).toBe('标题')
  })

  test('waits for the end of a composition, and then both are there', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([1, 1])
    const method = await InputMethod.of(page)
    await method.compose('bei')
    await arrive(page, [paragraph('甲外', a), paragraph('乙乙乙', b), paragraph('外', c)])
    await method.compose('beijing')
    await expect(writing.body).toContainText('乙beijing乙乙')
    await method.commit('北京')
    await expect.poll(() => writing.outline()).toEqual(['p:甲外', 'p:乙北京乙乙', 'p:外'])
    await method.compose('ren')
    await method.commit('人')
    expect(await writing.outline()).toEqual(['p:甲外', 'p:乙北京人乙乙', 'p:外'])
  })

  test('is merged with words that are not saved, and nothing is there twice', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([1, 3])
    for (const letter of 'abcdefgh') {
      await page.keyboard.type(letter)
      await page.evaluate((text) => {
        const content = structuredClone(window.harness.stored())
        const [block] = content.blocks
        if (block !== undefined && 'children' in block) {
          const [words] = block.children as { text: string }[]
          if (words !== undefined) words.text += text
        }
        window.harness.replace(content)
      }, letter.toUpperCase())
    }
    // The last of it may have come after the last word was saved; then the window hears of it like this.
    await page.evaluate(() => window.harness.outside(window.harness.stored()))
    await writing.flush()
    expect(await writing.outline()).toEqual(['p:甲甲甲ABCDEFGH', 'p:乙乙乙abcdefgh', 'p:丙丙丙'])
  })

  test('leaves nothing behind of the page that was empty', async ({ writing, page }) => {
    await writing.open()
    await writing.body.click()
    await arrive(page, [paragraph('甲', a)])
    expect(await writing.outline()).toEqual(['p:甲'])
    await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled()
    await arrive(page, [])
    await arrive(page, [paragraph('乙', b)])
    await page.keyboard.type('写')
    expect((await writing.outline()).join()).toMatch(/^p:(写乙|乙写)$/u)
  })

  test('is not what undo takes back', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([0, 3])
    await page.keyboard.type('xy')
    await writing.flush()
    await arrive(page, [paragraph('甲甲甲xy', a), paragraph('乙乙乙外', b), paragraph('丙丙丙', c), paragraph('丁')])
    await page.keyboard.press('ControlOrMeta+z')
    expect(await writing.outline()).toEqual(['p:甲甲甲', 'p:乙乙乙外', 'p:丙丙丙', 'p:丁'])
    await page.keyboard.press('ControlOrMeta+Shift+z')
    expect(await writing.outline()).toEqual(['p:甲甲甲xy', 'p:乙乙乙外', 'p:丙丙丙', 'p:丁'])
  })

  test('changes lists item by item', async ({ writing, page }) => {
    const [one, two] = [listItem('一'), listItem('二')]
    await writing.open([list('bullet', [one, two], a)])
    await writing.select([0, 2])
    const [first, second] = [
      { ...two, value: 2 },
      { ...listItem('外'), value: 1 },
    ]
    await arrive(page, [list('bullet', [second, one, first], a)])
    await page.keyboard.type('x')
    expect(await writing.outline()).toEqual(['ul[外|一|二x]'])
  })

  for (let seed = 1; seed <= 6; seed += 1) {
    test(`leaves draft, screen and disk the same, after 120 random edits of both sides (${seed})`, async ({
      writing,
      page,
    }) => {
      await writing.open(seed % 2 === 0 ? [...start(), list('bullet', [listItem('一'), listItem('二')])] : start())
      expect(await page.evaluate((number) => window.harness.shake(number, 120, true), seed)).toBeNull()
    })
  }
})

test('undo goes on where it was when the article is opened again', async ({ writing, page }) => {
  await writing.open(start())
  await writing.select([0, 3])
  await page.keyboard.type('xy')
  await page.keyboard.press('Enter')
  await page.keyboard.type('z')
  await writing.flush()
  await page.evaluate(() => window.harness.reopen())
  await expect(page.getByRole('button', { name: '撤销' })).toBeEnabled()
  await writing.body.click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => writing.outline()).toEqual(['p:甲甲甲xy', 'p:', 'p:乙乙乙', 'p:丙丙丙'])
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => writing.outline()).toEqual(['p:甲甲甲', 'p:乙乙乙', 'p:丙丙丙'])
  await writing.flush()
  await page.evaluate(() => window.harness.reopen())
  await expect(page.getByRole('button', { name: '重做' })).toBeEnabled()
  await writing.body.click()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(() => writing.outline()).toEqual(['p:甲甲甲xy', 'p:乙乙乙', 'p:丙丙丙'])
})
