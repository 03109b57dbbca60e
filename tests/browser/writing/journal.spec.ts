import type { Block } from '#shared/document/blocks.ts'
import { heading, list, listItem, paragraph, picture, quote } from '#shared/document/make.ts'
import { BlockId, MediaHash } from '#shared/domain/ids.ts'
import { expect, test } from '../../kit/writing.ts'

const start = (): Block[] => [
  paragraph('第一段的文字，不长也不短。'),
  heading('h2', '小标题'),
  list('bullet', [listItem('一'), listItem('二'), listItem([list('number', [listItem('深', 1)])])]),
  quote('引文'),
  picture({ media: MediaHash.parse('1'.repeat(64)), width: 4, height: 3 }, { caption: '说明' }),
  { type: 'galley-poll', version: 9, votes: { 甲: 1 }, $: { id: BlockId.parse('poll') } },
  paragraph('最后一段。'),
]

test.describe('the journal', () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    test(`leads to exactly what is shown, after every one of 120 random edits (${seed})`, async ({ writing, page }) => {
      await writing.open(seed % 2 === 0 ? start() : ['甲', '乙'])
      expect(await page.evaluate((number) => window.harness.shake(number, 120), seed)).toBeNull()
    })
  }

  test('says nothing while nothing changes', async ({ writing, page }) => {
    await writing.open(start())
    await writing.select([0, 3])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await writing.flush()
    expect(await page.evaluate(() => window.harness.batches())).toEqual([])
    expect(await writing.blocks()).toHaveLength(7)
  })

  test('names the one block that was typed in', async ({ writing, page }) => {
    await writing.open(['一', '二', '三'])
    await writing.select([1, 1])
    await page.keyboard.type('x')
    await writing.flush()
    const [batch] = await page.evaluate(() => window.harness.batches())
    expect(batch).toHaveLength(1)
  })

  test('keeps what it does not know byte for byte, also when it is cut and pasted', async ({ writing, page }) => {
    const poll = start()[5] as Block
    const inline = { type: 'galley-footnote', z: 1, a: ['注', null] }
    await writing.open([paragraph('前'), poll, paragraph([inline, { ...inline, z: 2 }])])
    await expect(writing.body).toContainText('galley-poll')
    await writing.body.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+x')
    await page.keyboard.press('ControlOrMeta+v')
    const blocks = await writing.blocks()
    const kept = blocks.find(({ type }) => type === 'galley-poll')
    expect(JSON.stringify(kept)).toBe(JSON.stringify(poll))
    expect(JSON.stringify(blocks)).toContain(JSON.stringify(inline))
  })

  test('opens an article of 100,000 characters and types in it', async ({ writing, page }) => {
    const line = '清晨的河面上起了雾，对岸的树看不见了。'
    await writing.open(Array.from({ length: 1000 }, (_, index) => paragraph(line.repeat(5) + String(index))))
    await writing.select([500, 10])
    await page.keyboard.type('here')
    await writing.flush()
    const batches = await page.evaluate(() => window.harness.batches())
    expect(batches.flat().every((op) => op.op === 'put')).toBe(true)
    expect(batches.flat().length).toBeLessThanOrEqual(4)
    expect((await writing.blocks())[500]).toMatchObject({ children: [{ text: expect.stringContaining('here') }] })
  })
})
