import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { maxMediaBytes } from '#shared/protocol/routes.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { png } from '#core/testing/pictures.ts'
import { hashBytes } from './files.ts'
import { readPicture } from './picture.ts'

describe('a picture', () => {
  it('is stored once under the hash of its bytes', async () => {
    const { call, core, dataDir } = await openDesktop()
    const bytes = png(40, 30)
    const file = await call.media.add({ bytes })
    expect(file).toEqual({ media: hashBytes(bytes), mimeType: 'image/png', width: 40, height: 30, bytes: bytes.length })
    await call.media.add({ bytes })
    const folder = join(dataDir, 'media', file.media.slice(0, 2))
    expect(readdirSync(folder)).toEqual([file.media])
    const located = core.mediaFile(file.media)
    expect(located).toEqual({ path: join(folder, file.media), mimeType: 'image/png' })
    expect(new Uint8Array(readFileSync(located!.path))).toEqual(bytes)
  })

  it('that somebody removed from the folder is missed when it has to be read', async () => {
    const desktop = await openDesktop()
    const file = await desktop.call.media.add({ bytes: png(4, 4) })
    rmSync(join(desktop.dataDir, 'media'), { recursive: true })
    await desktop.call.media.add({ bytes: png(4, 4) })
    expect(readFileSync(desktop.core.mediaFile(file.media)!.path)).toHaveLength(file.bytes)
  })

  it.each([
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script/></svg>'],
    ['a page', '<!doctype html><img onerror="alert(1)">'],
    ['a bitmap', `BM${'\0'.repeat(60)}`],
    ['nothing', ''],
    ['the start of a PNG', '\x89PNG\r\n'],
  ])('is not %s, whatever the file is called', (_, content) => {
    const bytes = new Uint8Array(Buffer.from(content, 'latin1'))
    expect(() => readPicture(bytes)).toThrow(expect.objectContaining({ code: 'media_unsupported' }))
  })

  it('is refused when showing it would take gigabytes, however small its file is', () => {
    const bomb = png(2, 2)
    new DataView(bomb.buffer).setUint32(16, 60_000)
    new DataView(bomb.buffer).setUint32(20, 60_000)
    expect(() => readPicture(bomb)).toThrow(expect.objectContaining({ code: 'too_large' }))
    expect(() => readPicture(new Uint8Array(maxMediaBytes + 1))).toThrow(expect.objectContaining({ code: 'too_large' }))
  })

  it('lies as it will be shown: turned by its EXIF orientation', () => {
    const upright = jpeg(300, 200, 1)
    const turned = jpeg(300, 200, 6)
    expect(readPicture(upright)).toEqual({ mimeType: 'image/jpeg', width: 300, height: 200 })
    expect(readPicture(turned)).toEqual({ mimeType: 'image/jpeg', width: 200, height: 300 })
  })
})

/** The head of a JPEG: EXIF with an orientation, and a frame of this size. */
function jpeg(width: number, height: number, orientation: number): Uint8Array {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]),
    Buffer.alloc(4),
  ])
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif])
  const frame = Buffer.from([
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    ...Array<number>(9).fill(0),
  ])
  return new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xd8]), app1, frame, Buffer.alloc(16), Buffer.from([0xff, 0xd9])]),
  )
}
