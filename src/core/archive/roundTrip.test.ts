import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { desktopOf, exported, imported } from '#core/testing/archives.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { png } from '#core/testing/pictures.ts'

const nothing = { new: 0, same: 0, twice: 0, read: 0, copied: 0, nothing: 0 }

const wordsOf = async ({ call }: Desktop, articleId: ArticleId) =>
  bodyText((await call.articles.open({ articleId })).content.blocks)

const mine = async ({ call }: Desktop) => (await call.articles.list({ view: 'mine', offset: 0, limit: 100 })).rows

/** An article with a picture that was submitted and written on, one in the bin, and one that is only begun. */
async function livedIn(desktop: Desktop) {
  const { call } = desktop
  const { media } = await call.media.add({ bytes: png(6, 4) })
  const words = { alt: '河', caption: '清淤船', credit: '林夏', rights: '本报', source: '本报' }
  const submitted = await write(call, '清淤昨日完工。', put(picture({ media, width: 6, height: 4 }, words)))
  await call.review.submit({ articleId: submitted })
  const binned = await write(call, '弃用的一篇。')
  await call.articles.bin({ articleId: binned })
  const draft = await write(call, '写到一半。')
  await type(call, draft, '又一段。')
  return { media, submitted, binned, draft }
}

describe('a library that goes to an empty desktop of the same person', () => {
  it('is there whole: words, history, pictures, the bin; and nothing is sent', async () => {
    const from = await desktopOf()
    const { media, submitted, binned, draft } = await livedIn(from)
    const file = await exported(from)
    const to = await desktopOf(from.me)

    const contents = await to.call.archives.inspect({ file })
    expect(contents).toMatchObject({
      foreign: false,
      counts: { articles: 3, drafts: 3, revisions: 1, pictures: 1 },
      outcomes: { ...nothing, new: 3 },
    })
    expect(await mine(to)).toEqual([])

    const report = await to.call.archives.import({})
    expect(report).toEqual({ outcomes: { ...nothing, new: 3 }, kept: [], pictures: 1, refusedPictures: 0 })
    for (const articleId of [submitted, binned, draft]) {
      const { call } = from
      const there = await call.articles.open({ articleId })
      const here = await to.call.articles.open({ articleId })
      // What waited to be said to the desk stays with the desktop that was to say it.
      expect(here).toEqual({ ...there, pending: null, editable: here.editable })
      expect((await to.call.history.list({ articleId })).entries).toEqual(
        (await call.history.list({ articleId })).entries,
      )
    }
    expect(await to.core.mediaFile(media)).not.toBeNull()
    expect((await to.call.articles.counts({})).bin).toBe(1)
    expect(await to.call.sync.outbox({})).toEqual([])
    expect((await to.call.backups.status({})).count).toBe(1)
    expect(existsSync(join(to.dataDir, 'importing'))).toBe(false)
  })

  it('is there again when the library is lost after that: the word log knows what came in', async () => {
    const from = await desktopOf()
    const { draft } = await livedIn(from)
    const to = await desktopOf(from.me)
    await imported(to, await exported(from))
    await to.core.close()
    rmSync(join(to.dataDir, 'library.db'))
    const again = await to.restart()
    expect(await wordsOf(again, draft)).toBe('又一段。\n写到一半。')
  })

  it('can be written on as if nothing had been', async () => {
    const from = await desktopOf()
    const { draft } = await livedIn(from)
    const to = await desktopOf(from.me)
    await imported(to, await exported(from))
    await type(to.call, draft, '在新电脑上写的。')
    expect(await wordsOf(to, draft)).toBe('在新电脑上写的。\n又一段。\n写到一半。')
  })
})

describe('an archive that comes a second time', () => {
  it('changes nothing', async () => {
    const from = await desktopOf()
    const { draft } = await livedIn(from)
    const file = await exported(from)
    const to = await desktopOf(from.me)
    await imported(to, file)
    const before = await mine(to)
    const history = await to.call.history.list({ articleId: draft })
    expect(await imported(to, file)).toMatchObject({ outcomes: { ...nothing, same: 3 }, kept: [], pictures: 0 })
    expect(await mine(to)).toEqual(before)
    expect(await to.call.history.list({ articleId: draft })).toEqual(history)
  })

  it('leaves newer words where they are, and makes no second article of older ones', async () => {
    const from = await desktopOf()
    const { draft } = await livedIn(from)
    const file = await exported(from)
    await type(from.call, draft, '后来写的。')
    expect(await imported(from, file)).toMatchObject({ outcomes: { ...nothing, same: 3 }, kept: [] })
    expect(await wordsOf(from, draft)).toBe('后来写的。\n又一段。\n写到一半。')
  })
})

describe('a draft that went on in two places', () => {
  it('is kept twice: the one here stays, the other one stands beside it with its history', async () => {
    const from = await desktopOf()
    const { draft } = await livedIn(from)
    const to = await desktopOf(from.me)
    await imported(to, await exported(from))
    await type(from.call, draft, '在旧电脑上写的。')
    await type(to.call, draft, '在新电脑上写的。')
    const file = await exported(from)

    const { outcomes, kept } = await imported(to, file)
    expect(outcomes).toEqual({ ...nothing, same: 2, twice: 1 })
    expect(await wordsOf(to, draft)).toBe('在新电脑上写的。\n又一段。\n写到一半。')
    const [copy] = kept
    expect(copy).toBeDefined()
    if (copy === undefined) return
    expect(await wordsOf(to, copy.articleId)).toBe('在旧电脑上写的。\n又一段。\n写到一半。')
    const opened = await to.call.articles.open({ articleId: copy.articleId })
    expect(opened).toMatchObject({ authorId: to.me.id, status: { state: 'drafting' }, editable: true })
    expect(opened.content.fields.slug).toBe('清淤（来自存档）')
    expect((await to.call.history.list({ articleId: copy.articleId })).entries.at(-1)).toMatchObject({
      reason: 'imported',
    })

    expect(await imported(to, file)).toMatchObject({ kept: [] })
    expect((await mine(to)).filter(({ headline }) => headline !== '').length).toBe((await mine(to)).length)
  })
})

describe('an archive of somebody else', () => {
  it('comes in as copies: nobody becomes the author of an article that is not theirs', async () => {
    const from = await desktopOf()
    const { draft } = await livedIn(from)
    const to = await desktopOf()
    const file = await exported(from)
    expect(await to.call.archives.inspect({ file })).toMatchObject({ foreign: true })
    const { outcomes, kept } = await to.call.archives.import({})
    expect(outcomes.copied).toBe(3)
    const texts = await Promise.all(kept.map(({ articleId }) => wordsOf(to, articleId)))
    expect(texts.toSorted()).toEqual(['清淤船\n清淤昨日完工。', '又一段。\n写到一半。', '弃用的一篇。'].toSorted())
    await expect(to.call.articles.open({ articleId: draft })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('pictures', () => {
  it('that are gone here are told, and the rest travels', async () => {
    const from = await desktopOf()
    const media = MediaHash.parse('ab'.repeat(32))
    await write(from.call, '图没有了。', put(picture({ media, width: 3, height: 3 })))
    const report = await from.call.archives.export({ file: join(temporaryFolder(), 'library.zip') })
    expect(report).toMatchObject({ missingPictures: 1, damaged: [], counts: { pictures: 0, articles: 1 } })
  })
})
