import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { maxMediaBytes } from '#shared/protocol/media.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { png } from '#core/testing/pictures.ts'
import { hashBytes } from './files.ts'

describe('a picture', () => {
  it('is stored once under the hash of its bytes', async () => {
    const { call, core, dataDir } = await openDesktop()
    const bytes = png(40, 30)
    const file = await call.media.add({ bytes })
    expect(file).toEqual({
      media: hashBytes(bytes),
      mimeType: 'image/png',
      width: 40,
      height: 30,
      bytes: bytes.length,
      words: {},
    })
    await call.media.add({ bytes })
    const folder = join(dataDir, 'media', file.media.slice(0, 2))
    expect(readdirSync(folder)).toEqual([file.media])
    const located = await core.mediaFile(file.media)
    expect(located).toEqual({ path: join(folder, file.media), mimeType: 'image/png' })
    expect(new Uint8Array(readFileSync(located!.path))).toEqual(bytes)
  })

  it('that somebody removed from the folder is missed when it has to be read', async () => {
    const desktop = await openDesktop()
    const file = await desktop.call.media.add({ bytes: png(4, 4) })
    rmSync(join(desktop.dataDir, 'media'), { recursive: true })
    await desktop.call.media.add({ bytes: png(4, 4) })
    expect(readFileSync((await desktop.core.mediaFile(file.media))!.path)).toHaveLength(file.bytes)
  })

  it('is refused before anything is kept when it is none, or cannot be shown', async () => {
    const { call, core, dataDir } = await openDesktop()
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    await expect(call.media.add({ bytes })).rejects.toMatchObject({ code: 'media_unsupported' })
    await expect(call.media.add({ bytes: png(40, 30).subarray(0, 60) })).rejects.toMatchObject({
      code: 'media_unsupported',
    })
    const large = new Uint8Array(maxMediaBytes + 1)
    await expect(call.media.add({ bytes: large })).rejects.toMatchObject({ code: 'too_large' })
    expect(readdirSync(join(dataDir, 'media'))).toEqual([])
    expect(await core.mediaFile(hashBytes(bytes))).toBeNull()
  })

  it('cannot be added where there is no decoder, and everything else goes on', async () => {
    const none = () => Promise.reject(new GalleyError('decoder_unavailable'))
    const { call } = await openDesktop({ pictures: { inspect: none, preview: none, publish: none } })
    await expect(call.media.add({ bytes: png(4, 4) })).rejects.toMatchObject({ code: 'decoder_unavailable' })
    expect(await call.articles.counts({})).toMatchObject({ mine: 0 })
  })

  it('that the disk cannot read is not called missing, and is there again when the disk is well', async () => {
    const { call, core, dataDir } = await openDesktop()
    const bytes = png(4, 4)
    const { media } = await call.media.add({ bytes })
    const path = join(dataDir, 'media', media.slice(0, 2), media)
    // What is in the place of the file cannot be read as one.
    rmSync(path)
    mkdirSync(path)
    await expect(core.mediaFile(media)).rejects.toMatchObject({ code: 'media_unreadable', retryable: true })
    expect(await call.media.state({ media })).toEqual({ state: 'unreadable' })
    rmSync(path, { recursive: true })
    writeFileSync(path, bytes)
    expect(await core.mediaFile(media)).toMatchObject({ path })
    expect(await call.media.state({ media })).toEqual({ state: 'here' })
  })
})
