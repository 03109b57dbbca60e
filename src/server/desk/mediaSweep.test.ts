import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { forkPictures } from '#pictures/fork.ts'
import { keepPictures } from '#pictures/keep.ts'
import { picture } from '#shared/document/make.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { mediaPath } from '#shared/protocol/media.ts'
import { completeContent, newRevision, sharedNewsroom, signOff, submitted, withDatabase } from '../testing/newsroom.ts'
import { gif, hashOf } from '../testing/pictures.ts'
import { openMediaFolder } from './mediaFolder.ts'
import { sweepMedia } from './mediaSweep.ts'

const at = sharedNewsroom()
const day = 24 * 60 * 60 * 1000

const inMedia = (...names: string[]) => join(at.dataDir, 'media', ...names)
const files = async () => (await readdir(inMedia(), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))

/** A file that no row names, as a refused publication or a killed server leaves one. */
async function leftBehind(name: string, bytes: Buffer, age: number): Promise<void> {
  const path = inMedia(name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, bytes)
  const then = new Date(Date.now() - age)
  await utimes(path, then, then)
}

async function sweep(now: Date): Promise<number> {
  const pictures = keepPictures({ launch: () => forkPictures(), log: silentLogger })
  onTestFinished(() => pictures.close())
  const { signal } = new AbortController()
  return withDatabase(at.dataDir, (store) => sweepMedia(store, openMediaFolder(inMedia(), pictures), now, signal))
}

const placeOf = (hash: MediaHash) => join(hash.slice(0, 2), hash)

test('removes what nothing names after a day, and nothing that an article or a page shows', async () => {
  const bytes = gif('shown')
  const media = hashOf(bytes)
  const headers = { authorization: `Bearer ${at.lin.token}` }
  await fetch(at.server.url + mediaPath(media), { method: 'PUT', headers, body: bytes })
  const content = completeContent()
  const words = { alt: '河堤', caption: '河堤', credit: '林溪', rights: '© 河湾', source: '河湾图片社' }
  const blocks = [...content.blocks, picture({ media, width: 1, height: 1 }, words)]
  const standing = await submitted(at.lin, newRevision({ ...content, blocks }))
  await signOff(standing, [at.chen, at.zhou, at.song])
  expect((await at.zhou.publish(standing.articleId, standing.revisionId)).status).toBe(200)
  const named = await files()
  expect(named).toHaveLength(2)

  const [old, young] = [gif('refused a while ago'), gif('refused just now')]
  await leftBehind(placeOf(hashOf(old)), old, 3 * day)
  await leftBehind(placeOf(hashOf(young)), young, 0)
  await leftBehind(join('incoming', 'broken-off'), Buffer.from('half a pict'), 3 * day)
  await leftBehind(join('incoming', 'arriving'), Buffer.from('half a pict'), 0)

  expect(await sweep(new Date())).toBe(2)
  expect(await files()).toEqual(expect.arrayContaining([...named, placeOf(hashOf(young))]))
  expect(await readdir(inMedia('incoming'))).toEqual(['arriving'])
  // A clock that jumps a year: what is named stays, whatever the time.
  await sweep(new Date(Date.now() + 366 * day))
  expect((await files()).toSorted()).toEqual(named.toSorted())
})

test('leaves alone what this server has put there itself', async () => {
  const pictures = keepPictures({ launch: () => forkPictures(), log: silentLogger })
  onTestFinished(() => pictures.close())
  const folder = openMediaFolder(inMedia(), pictures)
  const { hash } = await folder.derive(async (to) => {
    await writeFile(to, gif('being published'))
    return {}
  })
  expect(folder.removeUnused(hash)).toBe(false)
  expect(await files()).toContain(placeOf(hash))
})
