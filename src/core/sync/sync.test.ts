import { describe, expect, it } from 'vitest'

import { paragraph, picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { png } from '#core/testing/pictures.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { enrolledDesktop } from '#core/testing/desktop.ts'
import type { DeskServer, Trouble } from '#core/testing/deskServer.ts'
import { startDesk } from '#core/testing/deskServer.ts'
import { newsroom, person } from '#core/testing/newsroom.ts'

const oneStage = { ...newsroom, stages: newsroom.stages.slice(-1) }

interface Cast {
  desk: DeskServer
  author: Desktop
  chief: Desktop
}

async function cast(): Promise<Cast> {
  const desk = await startDesk([person('reporter', 'reporter'), person('chief', 'chiefEditor')])
  desk.model.newsroom = oneStage
  const author = await enrolledDesktop(desk.url, 'reporter')
  const chief = await enrolledDesktop(desk.url, 'chief')
  return { desk, author, chief }
}

/** Rounds until nothing waits: each is what the back-off would have done in its time. */
async function settle({ call }: Desktop, rounds = 10): Promise<void> {
  for (let round = 0; round < rounds; round += 1) if ((await call.sync.now({})).waiting === 0) return
}

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

  it('is not believed when it goes back in time', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    desk.model.log.length = 0
    const status = await author.call.sync.now({})
    expect(status).toMatchObject({ connection: 'offline', lastError: { code: 'server_unavailable' } })
    expect((await author.call.articles.open({ articleId })).status.state).toBe('inReview')
  })
})

describe('a refusal', () => {
  it('is kept and shown, leaves the article to its author, and can be taken back', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    desk.model.newsroom = oneStage
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

describe('the link to the desk', () => {
  it('comes back by itself after a restart in the middle of an act', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    desk.trouble('submit', 'hang')
    await author.call.review.submit({ articleId })
    await desk.when('submit')
    const again = await author.restart()
    await settle(again)
    expect(desk.model.effects.filter((effect) => effect.startsWith('submit'))).toHaveLength(1)
    expect((await again.call.articles.open({ articleId })).pending).toBeNull()
  })

  it('says that there is none, keeps what waits, and sends it when there is one again', async () => {
    const { desk, author } = await cast()
    const port = Number(new URL(desk.url).port)
    await desk.close()
    const articleId = await write(author.call)
    await author.call.review.submit({ articleId })
    const away = await author.call.sync.now({})
    expect(away).toMatchObject({ connection: 'offline', waiting: 1, lastError: { code: 'offline' } })
    expect((await author.call.sync.outbox({})).map(({ state }) => state)).toEqual(['pending', 'pending'])
    await desk.listen(port)
    expect(await author.call.sync.now({})).toMatchObject({ connection: 'online', waiting: 0, lastError: null })
  })

  it('stays silent while a person works offline, over restarts too', async () => {
    const { desk, author } = await cast()
    await author.call.sync.setPaused({ paused: true })
    const paused = await author.restart()
    desk.asked.length = 0
    await paused.call.review.submit({ articleId: await write(paused.call) })
    expect(await paused.call.sync.now({})).toMatchObject({ connection: 'paused', waiting: 1 })
    expect(desk.asked).toEqual([])
  })

  it('ends when the key is revoked, and keeps everything', async () => {
    const { desk, author } = await cast()
    const articleId = await write(author.call)
    for (const device of desk.model.devices.values()) device.revoked = true
    desk.model.tokens.clear()
    await author.call.review.submit({ articleId })
    const status = await author.call.sync.now({})
    expect(status).toMatchObject({ connection: 'signedOut', waiting: 1, lastError: { code: 'revoked_key' } })
    expect((await author.call.articles.open({ articleId })).content.blocks).toHaveLength(1)
  })

  it('tells the windows of what changes, and not of every question', async () => {
    const { author } = await cast()
    await author.call.sync.now({})
    author.events.length = 0
    await author.call.sync.now({})
    await author.call.sync.now({})
    expect(author.events).toEqual([])
  })
})

describe('what colleagues write', () => {
  it('arrives with its pictures, verified', async () => {
    const { desk, author, chief } = await cast()
    const file = await author.call.media.add({ bytes: png(4, 3) })
    const details = { alt: '河', credit: '林夏', rights: '本报', source: '本报' }
    const articleId = await write(author.call, '有图。', put(picture(file, details)))
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    expect(desk.model.effects[0]).toBe(`media ${file.media}`)
    await chief.call.sync.now({})
    expect(chief.core.mediaFile(file.media)).toMatchObject({ mimeType: 'image/png' })
  })

  it('is not shown when the desk hands out something else for it, and other articles still come', async () => {
    const { desk, author, chief } = await cast()
    await chief.call.sync.setPaused({ paused: true })
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    await author.call.review.submit({ articleId: await write(author.call, '好的一篇。') })
    await author.call.sync.now({})
    const stored = desk.model.revisions.get(revisionId)!
    const forged = { ...stored.content, blocks: [paragraph('换过的字')] }
    desk.model.revisions.set(revisionId, { ...stored, content: forged })
    await chief.call.sync.setPaused({ paused: false })
    await chief.call.sync.now({})
    const { rows } = await chief.call.articles.list({ view: 'toReview', offset: 0, limit: 10 })
    expect(rows.map(({ excerpt }) => excerpt)).toEqual(['好的一篇。'])
    await expect(chief.call.articles.open({ articleId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('follows a change of the newsroom', async () => {
    const { desk, author, chief } = await cast()
    await author.call.review.submit({ articleId: await write(author.call) })
    await author.call.sync.now({})
    await chief.call.sync.now({})
    desk.model.changeNewsroom({ ...oneStage, stages: [{ id: 'final', name: '终审', roles: ['deskHead'] }] })
    await chief.call.sync.now({})
    expect((await chief.call.articles.counts({})).toReview).toBe(0)
    expect(chief.events).toContain('settings.newsroomChanged')
  })

  it('comes over the open question, without anybody asking', async () => {
    const { author, chief } = await cast()
    const arrived = new Promise<void>((resolve) => {
      const look = () => {
        if (chief.events.includes('articles.changed')) resolve()
        else setImmediate(look)
      }
      look()
    })
    await author.call.review.submit({ articleId: await write(author.call) })
    await arrived
  })
})

describe('one person at two desktops', () => {
  it('finds the article at both, and what was typed at one is not replaced by the other', async () => {
    const { desk, author, chief } = await cast()
    const second = await enrolledDesktop(desk.url, 'reporter')
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    await chief.call.sync.now({})
    await chief.call.review.giveVerdict({ articleId, revisionId, verdict: 'return', opinion: '再核实' })
    await chief.call.sync.now({})
    await second.call.sync.now({})
    expect(await second.call.articles.open({ articleId })).toMatchObject({ editable: true, revisionId })
    await author.call.sync.now({})
    await author.call.sync.setPaused({ paused: true })
    await type(author.call, articleId, '在第一台上写的。')
    await type(second.call, articleId, '在第二台上写的。')
    const next = await second.call.review.submit({ articleId })
    await second.call.sync.now({})
    await author.call.sync.setPaused({ paused: false })
    await author.call.sync.now({})
    const here = await author.call.articles.open({ articleId })
    expect(here.status).toMatchObject({ state: 'inReview', revisionId: next.revisionId })
    expect(bodyText(here.content.blocks)).toContain('在第一台上写的。')
  })

  it('takes over what was written at the other where nobody has typed since', async () => {
    const { desk, author } = await cast()
    const second = await enrolledDesktop(desk.url, 'reporter')
    const articleId = await write(author.call)
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    await second.call.sync.now({})
    desk.return(articleId)
    await second.call.sync.now({})
    await type(second.call, articleId, '在第二台上补的。')
    await second.call.review.submit({ articleId })
    await second.call.sync.now({})
    await author.call.sync.now({})
    expect(bodyText((await author.call.articles.open({ articleId })).content.blocks)).toContain('在第二台上补的。')
  })
})
