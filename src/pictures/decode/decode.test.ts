import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import readExif from 'exif-reader'
import { afterAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'

import { film, noise, photograph, xmpPacket } from '../testing/samples.ts'
import { inspect } from './inspect.ts'
import { preview } from './preview.ts'
import { publish } from './publish.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-decode-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function file(bytes: Uint8Array): string {
  files += 1
  const path = join(folder, `${files}`)
  writeFileSync(path, bytes)
  return path
}
const look = (bytes: Uint8Array) => inspect(file(bytes))

describe('a picture is looked at before it is kept', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('and is what its bytes say: %s', async (format) => {
    const bytes = await noise(30, 20).toFormat(format).toBuffer()
    expect(await look(bytes)).toMatchObject({
      mimeType: `image/${format}`,
      width: 30,
      height: 20,
      frames: 1,
      words: {},
    })
  })

  it('and lies as it will be shown', async () => {
    expect(await look(await photograph({ orientation: 6 }))).toMatchObject({ width: 40, height: 60 })
  })

  it('and may move', async () => {
    expect(await look(await film(3))).toMatchObject({ width: 10, height: 10, frames: 3 })
  })

  it.each([
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
    ],
    ['a page', Buffer.from('<!doctype html><img onerror="alert(1)">')],
    ['a document', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>')],
    ['nothing', Buffer.alloc(0)],
    ['a bitmap', Buffer.from(`BM${'\0'.repeat(60)}`)],
  ])('and is refused as a type when it is %s', async (_, bytes) => {
    await expect(look(bytes)).rejects.toMatchObject({ code: 'media_unsupported', details: { reason: 'type' } })
  })

  it('and is refused as a type that nobody can show, even where the decoder knows it', async () => {
    const tiff = await noise(8, 8).tiff().toBuffer()
    await expect(look(tiff)).rejects.toMatchObject({ code: 'media_unsupported', details: { reason: 'type' } })
  })

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('and is refused when its end is missing: %s', async (format) => {
    const bytes = await noise(300, 300).toFormat(format).toBuffer()
    await expect(look(bytes.subarray(0, bytes.length * 0.6))).rejects.toMatchObject({
      code: 'media_unsupported',
      details: { reason: 'damaged' },
    })
  })

  it('and is refused when it would unfold to gigabytes', async () => {
    const bomb = await noise(2, 2).png().toBuffer()
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    // libvips checks the header's sum: a bomb that is none of our making has a right one.
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    await expect(look(bomb)).rejects.toMatchObject({ code: 'too_large', details: { reason: 'pixels' } })
  })

  it('and is refused when it is a film', async () => {
    await expect(look(await film(601))).rejects.toMatchObject({ code: 'too_large', details: { reason: 'frames' } })
  })

  it.each([
    ['an archive', 'PK\u0003\u0004\u0014\0\0\0'],
    ['a page', 'x<HTML ><script>alert(1)</script>'],
    ['a document', '%PDF-1.7'],
    ['a program', 'MZ\x90\0'],
  ])('and is refused when %s stands behind it, in every format', async (_, tail) => {
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const bytes = await noise(9, 9).toFormat(format).toBuffer()
      await expect(look(Buffer.concat([bytes, Buffer.from(tail, 'latin1')]))).rejects.toMatchObject({
        code: 'media_unsupported',
        details: { reason: 'polyglot' },
      })
    }
  })

  it('and may be followed by the film that a phone appends', async () => {
    const bytes = await photograph()
    await expect(look(Buffer.concat([bytes, Buffer.from('\0\0\0\x18ftypmp42')]))).resolves.toMatchObject({ width: 60 })
  })
})

it('a preview is small, upright and says nothing', async () => {
  const to = join(folder, 'preview')
  const made = await preview(file(await photograph({ gps: true, orientation: 6 })), to, 32)
  expect(made).toMatchObject({ mimeType: 'image/webp', width: 21, height: 32 })
  const { exif, xmp, orientation } = await sharp(to).metadata()
  expect({ exif, xmp, orientation }).toEqual({ exif: undefined, xmp: undefined, orientation: undefined })
})

describe('what readers get', () => {
  const statement = {
    caption: '河堤上的早晨 <b>',
    alt: '一条河',
    credit: '苏禾',
    rights: '© 河湾新闻网',
    source: '河湾新闻网',
    digitalSourceType: 'trainedAlgorithmicMedia',
    aigc: '{"Label":"1"}',
  }
  const published = async (bytes: Uint8Array) => {
    const to = join(folder, `published${(files += 1)}`)
    return { made: await publish(file(bytes), to, statement), to }
  }

  it.each(['jpeg', 'png', 'webp'] as const)(
    'carries its words and not the place where it was taken: %s',
    async (format) => {
      const original = await photograph({ gps: true, exif: { Artist: 'Somebody Else', Software: 'Phone 9' } })
      const bytes = format === 'jpeg' ? original : await sharp(original).keepExif().toFormat(format).toBuffer()
      expect((await sharp(bytes).metadata()).exif?.includes('Invented Cameras')).toBe(true)
      const { to } = await published(bytes)
      const metadata = await sharp(to).metadata()
      const { Image, GPSInfo } = readExif(metadata.exif ?? Buffer.alloc(0))
      expect(GPSInfo).toBeUndefined()
      expect(Image).not.toHaveProperty('Make')
      expect(Image).not.toHaveProperty('Software')
      const { words } = await inspect(to)
      expect(words).toEqual({
        caption: { text: statement.caption, origin: 'xmp', guessed: false },
        alt: { text: statement.alt, origin: 'xmp', guessed: false },
        credit: { text: statement.credit, origin: 'xmp', guessed: false },
        rights: { text: statement.rights, origin: 'xmp', guessed: false },
        source: { text: statement.source, origin: 'xmp', guessed: false },
      })
      const xmp = metadata.xmpAsString ?? ''
      expect(xmp).toContain('http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia')
      expect(xmp).toContain('{"Label":"1"}')
    },
  )

  it('stands upright without saying so', async () => {
    const { made, to } = await published(await photograph({ orientation: 6 }))
    expect(made).toMatchObject({ width: 40, height: 60 })
    expect((await sharp(to).metadata()).orientation ?? 1).toBe(1)
    // Turned clockwise: what lay on the left is at the top.
    const { data } = await sharp(to).raw().toBuffer({ resolveWithObject: true })
    expect([data[0], data[2]]).toEqual([expect.closeTo(254, -1), expect.closeTo(0, -1)])
  })

  it('holds nothing of what was hidden in the original', async () => {
    const secret = 'nobody shall read this'
    const xmp = xmpPacket(`<photoshop:Instructions>${secret}</photoshop:Instructions>`)
    const { to } = await published(Buffer.concat([await photograph({ xmp }), Buffer.from(secret)]))
    expect(readFileSync(to).includes(secret)).toBe(false)
  })

  it('goes on moving, in a format that has a place for words', async () => {
    const { made, to } = await published(await film(3))
    expect(made).toMatchObject({ mimeType: 'image/webp', width: 10, height: 10 })
    expect(await inspect(to)).toMatchObject({ frames: 3, words: { credit: { text: '苏禾' } } })
  })

  it('is no larger than a screen', async () => {
    const { made } = await published(
      await sharp({ create: { width: 5200, height: 100, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    )
    expect(made).toMatchObject({ width: 2560, height: 49 })
  })
})
