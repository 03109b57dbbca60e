import { describe, expect, it } from 'vitest'

import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { type, write } from '#core/testing/articles.ts'
import { cast, settle } from '#core/testing/cast.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import type { Trouble } from '#core/testing/deskTroubles.ts'

async function approve(desktop: Desktop, articleId: ArticleId, revisionId: RevisionId): Promise<void> {
  await desktop.call.sync.now({})
  await desktop.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '' })
}

const troubles: Trouble[] = ['dropBefore', 'dropAfter', 'hang', 'garbage', 'portal', 'redirect', 401, 429, 500]
const acts = ['putRevision', 'submit', 'giveVerdict', 'publish'] as const

describe('a desk that misbehaves', () => {
  it.each(troubles)('with %s at every act ends in one publication', async (trouble) => {
    const { desk, ...people } = await cast()
    // A desktop that enrolled in peace, and that waits less long for an answer that never comes.
    const patience = trouble === 'hang' ? { answer: 700 } : {}
    const author = await people.author.restart({ patience })
    const chief = await people.chief.restart({ patience })
    for (const act of acts) desk.trouble(act, trouble)
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    await settle(author)
    await approve(chief, articleId, revisionId)
    await chief.call.review.publish({ articleId, revisionId })
    await settle(chief)
    const effects = [`revision ${revisionId}`, `submit ${revisionId}`, 'verdict approve', `publish ${revisionId}`]
    expect(desk.model.effects).toEqual(effects)
    expect((await chief.call.articles.open({ articleId })).status.state).toBe('published')
  })

  it('is asked what became of an act before the act is sent again', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    await author.call.sync.setPaused({ paused: true })
    await author.call.review.submit({ articleId })
    desk.trouble('submit', 'dropAfter')
    await author.call.sync.setPaused({ paused: false })
    await settle(author)
    expect(desk.asked.filter((name) => name === 'submit' || name === 'operation')).toEqual(['submit', 'operation'])
    expect(await author.call.sync.outbox({})).toMatchObject([{ act: 'revision' }, { act: 'submit', attempts: 1 }])
  })

  it('is not believed about the past, when the answer to an act comes after newer ones', async () => {
    const { desk, author } = await cast()
    await author.call.sync.setPaused({ paused: true })
    const articleId = await write(author.call)
    await author.call.review.submit({ articleId })
    desk.trouble('submit', 'dropAfter')
    desk.trouble('operation', 500, 500, 500, 500, 500)
    await author.call.sync.setPaused({ paused: false })
    await author.call.sync.now({})
    desk.return(articleId)
    await settle(author)
    expect(await author.call.articles.open({ articleId })).toMatchObject({
      status: { state: 'returned' },
      pending: null,
      editable: true,
    })
  })

  it('may keep one article waiting and not the others', async () => {
    const { desk, author } = await cast()
    await author.call.sync.setPaused({ paused: true })
    const stuck = await write(author.call, '卡住的一篇。')
    await author.call.review.submit({ articleId: stuck })
    const free = await write(author.call, '另一篇。')
    const { revisionId } = await author.call.review.submit({ articleId: free })
    desk.trouble('putRevision', 500)
    await author.call.sync.setPaused({ paused: false })
    await author.call.sync.now({})
    expect(desk.model.effects.slice(0, 2)).toEqual([`revision ${revisionId}`, `submit ${revisionId}`])
  })

  it('shows where an article stands as soon as the act is confirmed', async () => {
    const { author, chief } = await cast()
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    expect((await author.call.articles.open({ articleId })).status).toMatchObject({ state: 'inReview', revisionId })
    await chief.call.sync.now({})
    expect((await chief.call.articles.counts({})).toReview).toBe(1)
  })

  it('takes nothing away from this desktop when it goes back in time', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    desk.model.log.length = 0
    expect(await author.call.sync.now({})).toMatchObject({ connection: 'online', lastError: null })
    expect((await author.call.articles.open({ articleId })).status.state).toBe('inReview')
  })
})

describe('a refusal', () => {
  it('is kept and shown, leaves the article to its author, and can be taken back', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    desk.refuse('submit', 'attribution_incomplete')
    await author.call.review.submit({ articleId })
    const status = await author.call.sync.now({})
    expect(status).toMatchObject({ connection: 'online', rejected: 1, waiting: 0 })
    const shown = await author.call.articles.open({ articleId })
    expect(shown).toMatchObject({ editable: true, pending: { act: 'submit', state: 'rejected' } })
    await type(author.call, articleId, '补上的一段。')
    await expect(author.call.review.submit({ articleId })).rejects.toMatchObject({ code: 'wrong_state' })
    await author.call.review.dismiss({ articleId })
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    expect((await author.call.articles.open({ articleId })).status.state).toBe('inReview')
    await expect(author.call.review.dismiss({ articleId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of a revision leaves no parent behind that the desk does not have', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    desk.refuse('putRevision', 'forbidden')
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    await author.call.review.dismiss({ articleId })
    await type(author.call, articleId, '再写一段。')
    const { revisionId } = await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    expect(desk.model.revisions.get(revisionId)?.parents).toEqual([])
  })
})
