import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readExif from 'exif-reader'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'

import { inspect } from '#pictures/decode/inspect.ts'
import { film, photograph } from '#pictures/testing/samples.ts'
import { picture } from '#shared/document/make.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import { mediaPath } from '#shared/protocol/media.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { completeContent, newRevision, sharedNewsroom, signOff, submitted } from '../testing/newsroom.ts'
import { hashOf } from '../testing/pictures.ts'

const at = sharedNewsroom()

const words = { alt: '堤上的人', caption: '清晨的河堤', credit: '林溪', rights: '© 林溪', source: '河湾图片社' }

async function signedOff(bytes: Buffer<ArrayBuffer>, fields: Partial<ArticleFields> = {}) {
  const media = hashOf(bytes)
  await fetch(at.server.url + mediaPath(media), {
    method: 'PUT',
    headers: { authorization: `Bearer ${at.lin.token}` },
    body: bytes,
  })
  const content = completeContent(fields)
  const blocks = [...content.blocks, picture({ media, width: 60, height: 40 }, words)]
  const standing = await submitted(at.lin, newRevision({ ...content, blocks }))
  await signOff(standing, [at.chen, at.zhou, at.song])
  return { ...standing, media }
}

/** What a reader gets: the page, what it says to machines, and the file of its picture. */
async function read(url: string) {
  const html = await (await fetch(url)).text()
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
  const record = JSON.parse(json) as { image?: { contentUrl: string } }
  const { image } = record
  const answer = await fetch(image?.contentUrl ?? '')
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { html, image, answer, bytes }
}

async function saved(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-published-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'picture')
  await writeFile(path, bytes)
  return path
}

describe('a picture before readers', () => {
  test('says whose it is and not where it was taken, in print, to machines and in its file alike', async () => {
    const original = await photograph({ gps: true, orientation: 6, exif: { Artist: 'Another Person' } })
    const { exif } = await sharp(original).metadata()
    expect(readExif(exif ?? Buffer.alloc(0)).GPSInfo).toHaveProperty('GPSLatitude')

    const standing = await signedOff(original)
    const { status, body } = await at.zhou.publish(standing.articleId, standing.revisionId)
    expect(status).toBe(200)
    const { html, image, answer, bytes } = await read(String(body['url']))

    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const published = await sharp(bytes).metadata()
    const inFile = readExif(published.exif ?? Buffer.alloc(0))
    expect(inFile.GPSInfo).toBeUndefined()
    expect(inFile.Image).not.toHaveProperty('Make')
    expect(bytes.includes('Invented Cameras')).toBe(false)
    expect(published).toMatchObject({ width: 40, height: 60 })
    expect(published.orientation ?? 1).toBe(1)

    const said = (await inspect(await saved(bytes))).words
    expect(image).toMatchObject({
      caption: said.caption?.text,
      description: said.alt?.text,
      creditText: said.credit?.text,
      copyrightNotice: said.rights?.text,
      provider: { name: said.source?.text },
      width: 40,
      height: 60,
    })
    for (const word of Object.values(words)) expect(html).toContain(word)
    expect(said.credit?.text).toBe(words.credit)
    expect(published.xmpAsString).not.toContain('AIGC>')
    expect(createHash('sha256').update(html).digest('hex')).toBe(body['pageHash'])
    expect(html).toContain(`/media/${hashOf(bytes)}`)
  })

  test('is not the original, which stays with the desk', async () => {
    const original = await photograph({ gps: true })
    const standing = await signedOff(original)
    await at.zhou.publish(standing.articleId, standing.revisionId)
    expect((await fetch(`${at.server.siteUrl}/media/${standing.media}`)).status).toBe(404)
    const kept = await fetch(at.server.url + mediaPath(standing.media), {
      headers: { authorization: `Bearer ${at.lin.token}` },
    })
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(original)
  })

  test('carries the label of AI use that the page carries', async () => {
    const { attribution } = completeContent().fields
    const standing = await signedOff(await photograph(), { attribution: { ...attribution, aiUse: 'assisted' } })
    const { body } = await at.zhou.publish(standing.articleId, standing.revisionId)
    const { html, bytes } = await read(String(body['url']))
    const xmp = (await sharp(bytes).metadata()).xmpAsString ?? ''
    expect(xmp).toContain('digitalsourcetype/compositeWithTrainedAlgorithmicMedia')
    expect(xmp).toContain(`"ProduceID":"${String(body['publicationId'])}"`)
    expect(html).toContain('name="AIGC"')
  })

  test('goes on moving', async () => {
    const standing = await signedOff(await film(3))
    const { body } = await at.zhou.publish(standing.articleId, standing.revisionId)
    const { bytes, answer } = await read(String(body['url']))
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect((await sharp(bytes, { pages: -1 }).metadata()).pages).toBe(3)
  })

  test('keeps its article from them when the desk has lost its file, until it is sent again', async () => {
    const original = await photograph({ exif: { Artist: 'Lost' } })
    const standing = await signedOff(original)
    await rm(join(at.dataDir, 'media', standing.media.slice(0, 2), standing.media))
    const publish = () => at.zhou.publish(standing.articleId, standing.revisionId)
    expect(await publish()).toMatchObject({ status: 422, body: { code: 'media_missing' } })
    await signedOff(original)
    expect((await publish()).status).toBe(200)
  })
})

describe('a server that cannot decode pictures', () => {
  const none = () => Promise.reject(new GalleyError('decoder_unavailable'))
  const blind = sharedNewsroom({ pictures: { inspect: none, preview: none, publish: none } })

  test('takes none in, and publishes what has none', async () => {
    const bytes = await photograph()
    const answer = await fetch(blind.server.url + mediaPath(hashOf(bytes)), {
      method: 'PUT',
      headers: { authorization: `Bearer ${blind.lin.token}` },
      body: bytes,
    })
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'decoder_unavailable' }])
    const standing = await submitted(blind.lin)
    await signOff(standing, [blind.chen, blind.zhou, blind.song])
    expect((await blind.zhou.publish(standing.articleId, standing.revisionId)).status).toBe(200)
  })
})
