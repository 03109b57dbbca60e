import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import readExif from 'exif-reader'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'

import { photograph } from '#pictures/testing/samples.ts'
import { forkPictures } from '#pictures/fork.ts'
import { keepPictures } from '#pictures/keep.ts'
import { picture } from '#shared/document/make.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { PublicationId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { mediaPath } from '#shared/protocol/media.ts'
import { openMediaFolder } from '../desk/mediaFolder.ts'
import { completeContent, newRevision, sharedNewsroom, signOff, submitted, withDatabase } from '../testing/newsroom.ts'
import { hashOf } from '../testing/pictures.ts'
import { oldPages } from './oldPages.ts'

const at = sharedNewsroom()

/** An article with a photograph that says where it was taken, as a server from before renditions had published it. */
async function publishedLongAgo(artist: string): Promise<{ original: Buffer<ArrayBuffer>; media: MediaHash }> {
  const original = await photograph({ gps: true, orientation: 6, exif: { Artist: artist } })
  const media = hashOf(original)
  const headers = { authorization: `Bearer ${at.lin.token}` }
  await fetch(at.server.url + mediaPath(media), { method: 'PUT', headers, body: original })
  const content = completeContent()
  const words = { alt: '堤上的人', caption: '清晨的河堤', credit: artist, rights: '© 河湾', source: '河湾图片社' }
  const blocks = [...content.blocks, picture({ media, width: 40, height: 60 }, words)]
  const standing = await submitted(at.lin, newRevision({ ...content, blocks }))
  await signOff(standing, [at.chen, at.zhou, at.song])
  const { body } = await at.zhou.publish(standing.articleId, standing.revisionId)
  const publicationId = PublicationId.parse(body['publicationId'])
  await withDatabase(at.dataDir, (store) =>
    store.write(async (tx) => {
      await tx.deleteFrom('renditions').where('publicationId', '=', publicationId).execute()
      await tx.insertInto('publicationMedia').values({ publicationId, hash: media }).execute()
    }),
  )
  return { original, media }
}

const ask = (media: MediaHash, headers: Record<string, string> = {}) =>
  fetch(`${at.server.siteUrl}/media/${media}`, { headers })

test('shows readers a file that was made for them where an old page names an original', async () => {
  const { original, media } = await publishedLongAgo('Lin Xi')
  const [answer, again] = await Promise.all([ask(media, { 'if-none-match': `"${media}"` }), ask(media)])
  expect([answer.status, again.status]).toEqual([200, 200])
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.equals(original)).toBe(false)
  expect(Buffer.from(await again.arrayBuffer())).toEqual(bytes)
  const published = await sharp(bytes).metadata()
  expect(published).toMatchObject({ width: 40, height: 60 })
  const { GPSInfo, Image } = readExif(published.exif ?? Buffer.alloc(0))
  expect(GPSInfo).toBeUndefined()
  expect(Image).not.toHaveProperty('Make')
  expect(published.xmpAsString).toContain('Lin Xi')
  expect(answer.headers.get('etag')).toBe(`"${hashOf(bytes)}"`)
})

test('makes them all without being asked, and never falls back on the original', async () => {
  const { media } = await publishedLongAgo('Qin Lan')
  const lost = await publishedLongAgo('Tao Ran')
  await rm(join(at.dataDir, 'media', lost.media.slice(0, 2), lost.media))
  const pictures = keepPictures({ launch: () => forkPictures(), log: silentLogger })
  onTestFinished(() => pictures.close())
  await withDatabase(at.dataDir, async (store) => {
    const folder = openMediaFolder(join(at.dataDir, 'media'), pictures)
    await oldPages({ store, media: folder, pictures }, silentLogger).makeAll(new AbortController().signal)
    const made = await store.read((read) => read.selectFrom('renditions').select('original').execute())
    expect(made.map(({ original }) => original)).toContain(media)
  })
  expect((await ask(media)).status).toBe(200)
  expect((await ask(lost.media)).status).toBe(404)
})
