import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { type, write } from '#core/testing/articles.ts'
import { binAll, emptyBin, whatGoes } from '#core/testing/bin.ts'
import type { Cast } from '#core/testing/cast.ts'
import { cast, settle } from '#core/testing/cast.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { enrolledDesktop } from '#core/testing/desktop.ts'
import { startDesk } from '#core/testing/deskServer.ts'
import { person } from '#core/testing/newsroom.ts'

const sync = ({ call }: Desktop) => call.sync.now({})
const heldIn = async (desktop: Desktop) => (await whatGoes(desktop)).articles.map(({ held }) => held)
const mine = async ({ call }: Desktop) =>
  (await call.articles.list({ view: 'mine', offset: 0, limit: 9 })).rows.map(({ articleId }) => articleId)
const textAt = async ({ call }: Desktop, articleId: ArticleId) =>
  bodyText((await call.articles.open({ articleId })).content.blocks)

/** Tries to remove what is in the bin, whatever is said of it. */
async function force(desktop: Desktop): Promise<void> {
  await desktop.call.bin.empty({ articles: (await whatGoes(desktop)).articles })
}

async function rewritten(desktop: Desktop, sql: string): Promise<Desktop> {
  await desktop.core.close()
  const db = openDatabase(join(desktop.dataDir, 'library.db'), silentLogger)
  transaction(db, (tx) => tx.run(sql))
  db.close()
  return desktop.restart()
}

const refusedFor = (reason: string) => ({ code: 'bin_held', details: { reason } })

/** The author has it in the bin at one desktop; the other still has it on the shelf. */
async function twoDesktops(): Promise<Cast & { second: Desktop; articleId: ArticleId }> {
  const people = await cast()
  const second = await enrolledDesktop(people.desk.url, 'reporter')
  const articleId = await write(people.author.call)
  await settle(people.author)
  await sync(second)
  await binAll(people.author, articleId)
  return { ...people, second, articleId }
}

describe('an article does not go', () => {
  it('while an act on it waits for the desk', async () => {
    const desk = await startDesk([person('reporter', 'reporter'), person('friend', 'reporter')])
    const author = await enrolledDesktop(desk.url, 'reporter')
    await author.call.sync.setPaused({ paused: true })
    const articleId = await write(author.call)
    const friend = desk.model.people.find(({ account }) => account === 'friend')
    await author.call.sharing.setCoWriter({ articleId, personId: friend!.id, writes: true })
    await binAll(author, articleId)
    expect(await heldIn(author)).toEqual(['acts'])
    await expect(force(author)).rejects.toMatchObject(refusedFor('acts'))
    await author.call.sync.setPaused({ paused: false })
    await settle(author)
    expect((await whatGoes(author)).articles).toMatchObject([{ held: null, atDesk: true, shared: true }])
    await emptyBin(author)
    expect(await author.call.articles.counts({})).toMatchObject({ bin: 0 })
  })

  it('while it is before reviewers, signed off or before readers, to whom another desktop brought it', async () => {
    const { author, chief, second, articleId } = await twoDesktops()
    const { revisionId } = await second.call.review.submit({ articleId })
    await settle(second)
    await sync(author)
    await expect(force(author)).rejects.toMatchObject(refusedFor('inReview'))
    await sync(chief)
    await chief.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '' })
    await settle(chief)
    await sync(author)
    await expect(force(author)).rejects.toMatchObject(refusedFor('signedOff'))
    await chief.call.review.publish({ articleId, revisionId })
    await settle(chief)
    await sync(author)
    await expect(force(author)).rejects.toMatchObject(refusedFor('published'))
    expect(await author.call.articles.counts({})).toMatchObject({ bin: 1 })
  })

  it('while its words are on their way to the desk', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    desk.trouble('putRevision', 'hang')
    const round = sync(author)
    await desk.when('putRevision')
    await binAll(author, articleId)
    expect(await heldIn(author)).toEqual(['exchanging'])
    await expect(force(author)).rejects.toMatchObject(refusedFor('exchanging'))
    desk.wake()
    await author.core.close()
    await round.catch(() => undefined)
  })

  it('before the feed has told of what was sent from here: it would bring it back', async () => {
    const { author, articleId } = await twoDesktops()
    await author.call.sync.setPaused({ paused: true })
    // As it is when the network goes between the answer to what was sent and the next page of the feed.
    const unheard = await rewritten(author, `UPDATE settings SET value = '0' WHERE name = 'changesSince'`)
    expect(await heldIn(unheard)).toEqual(['exchanging'])
    const untold = await rewritten(unheard, `UPDATE articles SET heads = '[]'`)
    expect(await heldIn(untold)).toEqual(['exchanging'])
    await untold.call.sync.setPaused({ paused: false })
    await settle(untold)
    await sync(untold)
    expect(await heldIn(untold)).toEqual([null])
    await emptyBin(untold)
    await sync(untold)
    await expect(textAt(untold, articleId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('only for a time: a returned one does', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    await author.call.review.submit({ articleId })
    await settle(author)
    desk.return(articleId)
    await sync(author)
    await binAll(author, articleId)
    expect((await whatGoes(author)).articles).toMatchObject([{ held: null, atDesk: true }])
    await emptyBin(author)
    expect(await author.call.articles.counts({})).toMatchObject({ mine: 0, bin: 0 })
  })
})

describe('after emptying, the desk', () => {
  it('is not asked for it, and does not bring it back by itself, nor after a restart', async () => {
    const { author, articleId } = await twoDesktops()
    await emptyBin(author)
    await sync(author)
    await sync(author)
    expect(await mine(author)).toEqual([])
    const again = await author.restart()
    await sync(again)
    expect(await mine(again)).toEqual([])
    await expect(textAt(again, articleId)).rejects.toMatchObject({ code: 'not_found' })
    expect((await again.call.sync.status({})).connection).toBe('online')
  })

  it('brings it back whole when somebody goes on writing in it', async () => {
    const { author, second, articleId } = await twoDesktops()
    await emptyBin(author)
    await type(second.call, articleId, '另一台电脑上接着写的。')
    await sync(second)
    await sync(author)
    await sync(author)
    expect(await mine(author)).toEqual([articleId])
    expect(await textAt(author, articleId)).toBe(await textAt(second, articleId))
    await type(author.call, articleId, '这里也能接着写。')
    await sync(author)
    await sync(second)
    expect(await textAt(second, articleId)).toContain('这里也能接着写。')
  })

  it('brings it back with the verdict that somebody gave on it', async () => {
    const { author, chief, second, articleId } = await twoDesktops()
    await emptyBin(author)
    const { revisionId } = await second.call.review.submit({ articleId })
    await settle(second)
    await sync(chief)
    await chief.call.review.giveVerdict({ articleId, revisionId, verdict: 'return', opinion: '请补充时间。' })
    await settle(chief)
    await sync(author)
    await sync(author)
    const article = await author.call.articles.open({ articleId })
    expect(article).toMatchObject({ status: { state: 'returned', revisionId }, editable: true })
    expect(article.verdicts.map(({ statement }) => statement.opinion)).toEqual(['请补充时间。'])
  })
})
