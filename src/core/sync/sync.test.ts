import { describe, expect, it } from 'vitest'

import { paragraph, picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import { put, type, write } from '#core/testing/articles.ts'
import { cast, oneStage, settle } from '#core/testing/cast.ts'
import { enrolledDesktop } from '#core/testing/desktop.ts'
import { png } from '#core/testing/pictures.ts'

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
    await author.call.review.submit({ articleId })
    const status = await author.call.sync.now({})
    expect(status).toMatchObject({ connection: 'signedOut', waiting: 1, lastError: { code: 'revoked_key' } })
    expect((await author.call.sync.outbox({})).map(({ state }) => state)).toEqual(['pending', 'pending'])
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
    expect(await chief.core.mediaFile(file.media)).toMatchObject({ mimeType: 'image/png' })
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
