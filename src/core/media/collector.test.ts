import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { picture } from '#shared/document/make.ts'
import type { ArticleId, MediaHash } from '#shared/domain/ids.ts'
import { newArticleId, newPersonId } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import { silentLogger } from '#shared/log.ts'
import { listFieldsOf } from '#core/articles/excerpt.ts'
import { insertArticle } from '#core/articles/repository.ts'
import { erase } from '#core/bin/erase.ts'
import type { CoreContext } from '#core/context.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { insertDraft, insertStep } from '#core/journal/repository.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { png, testPictures } from '#core/testing/pictures.ts'
import { Collector, grace } from './collector.ts'
import { Media } from './service.ts'

let context: CoreContext
let media: Media
let collector: Collector
let mayCollect = true

beforeEach(() => {
  const dataDir = temporaryFolder()
  const db = openDatabase(join(dataDir, 'library.db'), silentLogger)
  onTestFinished(() => db.close())
  context = { db, dataDir, clock: () => new Date(), log: silentLogger, emit: () => {} }
  reopen()
})

/** What a start after a crash sees. */
function reopen(): void {
  media = new Media(context, testPictures)
  mayCollect = true
  const { files, vault } = media
  collector = new Collector(context, { files, vault, after: () => () => {}, mayCollect: () => mayCollect })
}

async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) await collector.collect()
}

const add = async (side: number): Promise<MediaHash> => (await media.add(png(side, side))).media
const place = (hash: MediaHash) => media.files.path(hash)
const trash = (hash: MediaHash) => media.vault.trashPath(hash)

function article(content: ArticleContent): ArticleId {
  const articleId = newArticleId()
  const at = toInstant(new Date())
  transaction(context.db, (tx) => {
    insertArticle(tx, { articleId, authorId: newPersonId(), list: listFieldsOf(content), at })
    insertDraft(tx, { articleId, snapshot: JSON.stringify(content), at, base: null })
  })
  return articleId
}

const showing = (hash: MediaHash): ArticleContent => ({
  ...emptyContent,
  blocks: [picture({ media: hash, width: 4, height: 4 })],
})

describe('a file that nothing uses', () => {
  it('stays for its days of grace, lies in the trash for longer, and is gone then', async () => {
    const hash = await add(4)
    await rounds(grace.unused - 1)
    expect(existsSync(place(hash))).toBe(true)
    await rounds(1)
    expect([existsSync(place(hash)), existsSync(trash(hash))]).toEqual([false, true])
    await rounds(grace.trash)
    expect(existsSync(trash(hash))).toBe(false)
    expect(media.mimeTypeOf(hash)).toBeUndefined()
  })

  it('is that of an article which was removed for good, unless another shows the same picture', async () => {
    const [own, common] = [await add(4), await add(5)]
    const going = article({ ...emptyContent, blocks: [...showing(own).blocks, ...showing(common).blocks] })
    article(showing(common))
    await rounds(grace.unused)
    transaction(context.db, (tx) => erase(tx, going))
    await rounds(grace.unused - 1)
    expect(existsSync(place(own))).toBe(true)
    await rounds(1 + grace.trash)
    expect([existsSync(place(own)), existsSync(trash(own)), media.mimeTypeOf(own)]).toEqual([false, false, undefined])
    expect(existsSync(place(common))).toBe(true)
  })

  it('comes back from the trash when anything asks for it', async () => {
    const hash = await add(4)
    await rounds(grace.unused)
    article(showing(hash))
    expect(await media.locate(hash)).toEqual({ path: place(hash), mimeType: 'image/png' })
    await rounds(grace.unused + 1)
    expect(existsSync(place(hash))).toBe(true)
  })

  it('starts its days anew when it was used in between', async () => {
    const hash = await add(4)
    await rounds(grace.unused - 1)
    const articleId = article(showing(hash))
    await rounds(1)
    transaction(context.db, (tx) => tx.run('DELETE FROM media_uses WHERE article_id = ?', [articleId]))
    await rounds(grace.unused - 1)
    expect(existsSync(place(hash))).toBe(true)
  })

  it('is one without a row as well, and half of one goes when its process is dead', async () => {
    const hash = await add(4)
    transaction(context.db, (tx) => tx.run('DELETE FROM media'))
    writeFileSync(join(media.files.folder, 'left.part'), 'half')
    await rounds(1)
    expect(existsSync(place(hash))).toBe(true)
    expect(readdirSync(media.files.folder)).not.toContain('left.part')
    await rounds(grace.unused)
    expect(existsSync(trash(hash))).toBe(true)
  })
})

describe('the collector', () => {
  it('counts rounds, so that a clock that jumps takes nothing away', async () => {
    const hash = await add(4)
    context = { ...context, clock: () => new Date('2099-01-01T00:00:00Z') }
    reopen()
    await rounds(grace.unused - 1)
    expect(existsSync(place(hash))).toBe(true)
  })

  it('goes on after a death between the disk and the library', async () => {
    const hash = await add(4)
    await rounds(grace.unused - 1)
    // It died when the file was in the trash and the library did not know yet.
    media.vault.putAway(hash)
    reopen()
    await rounds(1)
    expect(existsSync(trash(hash))).toBe(true)
    await rounds(grace.trash - 1)
    // It died when the file was gone and its row was not.
    rmSync(trash(hash))
    reopen()
    await rounds(1)
    expect(media.mimeTypeOf(hash)).toBeUndefined()
  })

  it('leaves what any text of an article has ever named, also when no text names it now', async () => {
    const [kept, pasted] = [await add(4), await add(5)]
    const articleId = article(showing(kept))
    const step = { articleId, version: 1, step: 'a', savedAt: toInstant(new Date()) }
    const ops = JSON.stringify([{ op: 'put', block: picture({ media: pasted, width: 5, height: 5 }) }])
    transaction(context.db, (tx) => insertStep(tx, { ...step, ops }))
    transaction(context.db, (tx) => insertStep(tx, { ...step, version: 2, step: 'b', ops: '[]' }))
    await rounds(grace.unused + 1)
    expect([existsSync(place(kept)), existsSync(place(pasted))]).toEqual([true, true])
  })

  it('takes nothing while texts may be waiting to be brought back', async () => {
    const hash = await add(4)
    mayCollect = false
    await rounds(grace.unused + 1)
    expect(existsSync(place(hash))).toBe(true)
  })

  it('takes nothing from a library that cannot be read', async () => {
    const hash = await add(4)
    await rounds(grace.unused - 1)
    transaction(context.db, (tx) => tx.run('ALTER TABLE media_uses RENAME TO lost'))
    await expect(collector.collect()).rejects.toThrow()
    expect(existsSync(place(hash))).toBe(true)
  })
})

describe('a damaged file', () => {
  const spoil = (hash: MediaHash) => {
    const bytes = readFileSync(place(hash))
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    writeFileSync(place(hash), bytes)
  }

  it('is noticed when it is asked for, set aside, and said to be lost', async () => {
    const hash = await add(4)
    spoil(hash)
    expect(await media.locate(hash)).toBeNull()
    expect(existsSync(join(media.files.folder, 'damaged', hash))).toBe(true)
    expect(media.state(hash)).toBe('lost')
    await expect(media.read(hash)).rejects.toMatchObject({ code: 'media_missing' })
  })

  it('is noticed also when it was whole before', async () => {
    const hash = await add(4)
    expect(await media.locate(hash)).not.toBeNull()
    spoil(hash)
    writeFileSync(place(hash), Buffer.concat([readFileSync(place(hash)), Buffer.from('x')]))
    expect(await media.locate(hash)).toBeNull()
  })

  it('is expected from the desk where that has it, and whole again once it has come', async () => {
    const hash = await add(4)
    article(showing(hash))
    transaction(context.db, (tx) => tx.run('UPDATE media SET at_desk = 1'))
    let asked = 0
    media.onLost = () => (asked += 1)
    spoil(hash)
    expect(await media.locate(hash)).toBeNull()
    expect([media.state(hash), asked]).toEqual(['atDesk', 1])
    await media.addFromDesk(hash, png(4, 4))
    expect([media.state(hash), await media.locate(hash)]).toMatchObject(['here', { mimeType: 'image/png' }])
  })

  it('is whole again when somebody adds the picture once more', async () => {
    const hash = await add(4)
    rmSync(place(hash))
    expect(await media.locate(hash)).toBeNull()
    await add(4)
    expect([media.state(hash), await media.locate(hash)]).toMatchObject(['here', { mimeType: 'image/png' }])
  })

  it('is not one whose row was lost with an older library: that is taken in again', async () => {
    const hash = await add(4)
    transaction(context.db, (tx) => tx.run('DELETE FROM media'))
    expect(await media.locate(hash)).toMatchObject({ mimeType: 'image/png' })
    expect(media.state(hash)).toBe('here')
  })
})
