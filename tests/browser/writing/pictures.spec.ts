import { deflateSync, crc32 } from 'node:zlib'

import { paragraph, picture } from '#shared/document/make.ts'
import { BlockId, MediaHash } from '#shared/domain/ids.ts'
import { expect, test } from '../../kit/writing.ts'

/** A PNG of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8 + body.length)
    frame.writeUInt32BE(data.length, 0)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), 4 + body.length)
    return frame
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x99)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const file = (name: string, width = 40, height = 30) => ({ name, mimeType: 'image/png', buffer: png(width, height) })
const clip = (name: string, bytes = png(40, 30)) => ({ name, type: 'image/png', bytes: [...bytes] })

test.describe('pictures', () => {
  test('come from files, in order, behind the caret, and a line to write on stays below', async ({ writing, page }) => {
    await writing.open(['前', '后'])
    await writing.select([0, 1])
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '插入图片' }).click()
    await (await chooser).setFiles([file('a.png', 40, 30), file('b.png', 60, 20)])
    await expect(writing.body.locator('figure img')).toHaveCount(2)
    expect(await writing.outline()).toEqual(['p:前', 'picture:', 'picture:', 'p:后'])
    const sizes = (await writing.blocks()).flatMap((block) =>
      'width' in block ? [[block['width'], block['height']]] : [],
    )
    expect(sizes).toEqual([
      [40, 30],
      [60, 20],
    ])
  })

  test('come from the clipboard', async ({ writing }) => {
    await writing.open([''])
    await writing.select([0, 0])
    await writing.paste({ 'text/html': '<img src="https://a.example/x.png">' }, [clip('image.png')])
    await expect(writing.body.locator('figure img')).toHaveCount(1)
    expect(await writing.outline()).toEqual(['picture:', 'p:'])
  })

  test('of words, as Word adds them, are left out', async ({ writing }) => {
    await writing.open([''])
    await writing.select([0, 0])
    await writing.paste({ 'text/html': '<p>一</p><p>二</p>' }, [clip('image.png')])
    expect((await writing.outline()).slice(0, 2)).toEqual(['p:一', 'p:二'])
  })

  test('that are none are refused in words', async ({ writing, page }) => {
    await writing.open(['文'])
    await writing.select([0, 1])
    await writing.paste({}, [clip('x.png', Buffer.from('no picture'))])
    await expect(page.getByRole('alert')).toContainText('JPEG')
    await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(await writing.outline()).toEqual(['p:文'])
  })

  test('have their details filled in beside them; what is missing is marked', async ({ writing, page }) => {
    const id = BlockId.parse('pic')
    await writing.open([
      '前',
      picture({ media: MediaHash.parse('0'.repeat(64)), width: 400, height: 300 }, {}, id),
      '后',
    ])
    await page.getByRole('button', { name: /待补/ }).click()
    const alt = page.getByRole('textbox', { name: '替代文字' })
    await expect(alt).toBeFocused()
    await page.keyboard.type('a river')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Photographer')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    const [, stored] = await writing.blocks()
    expect(stored).toMatchObject({ alt: 'a river', credit: 'Photographr', rights: '' })
    await writing.select([0, 1])
    await expect(page.getByRole('button', { name: /待补：权利、出处/ })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    const [, undone] = await writing.blocks()
    expect(undone).toMatchObject({ alt: '', credit: '' })
  })

  test('are changed from another pane and reached by a focus request', async ({ writing, page }) => {
    const id = BlockId.parse('pic')
    await writing.open(['前', picture({ media: MediaHash.parse('0'.repeat(64)), width: 400, height: 300 }, {}, id)])
    await page.evaluate((blockId) => window.harness.updatePicture(blockId, { caption: '河边' }), id)
    expect(await writing.outline()).toEqual(['p:前', 'picture:河边'])
    await page.evaluate((blockId) => window.harness.requestFocus({ at: 'picture', blockId, field: 'rights' }), id)
    await expect(page.getByRole('textbox', { name: '权利' })).toBeFocused()
  })

  test('are chosen, written behind and deleted with the keyboard', async ({ writing, page }) => {
    await writing.open([
      paragraph('前', BlockId.parse('a')),
      picture({ media: MediaHash.parse('0'.repeat(64)), width: 400, height: 300 }, { caption: '图' }),
    ])
    await writing.select([0, 1])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('behind')
    expect(await writing.outline()).toEqual(['p:前', 'picture:图', 'p:behind'])
    await writing.select([0, 1])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    expect(await writing.outline()).toEqual(['p:前', 'p:behind'])
  })
})
