import { describe, expect, it } from 'vitest'

import type { Block } from '#shared/document/blocks.ts'
import { paragraph, picture } from '#shared/document/make.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { MediaHash, newBlockId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { enrolledDesktop, memorySecrets } from '#core/testing/desktop.ts'
import type { DeskServer } from '#core/testing/deskServer.ts'
import { startDesk } from '#core/testing/deskServer.ts'
import { person } from '#core/testing/newsroom.ts'

interface Submitted {
  desk: DeskServer
  author: Desktop
  articleId: ArticleId
  revisionId: RevisionId
}

const staff = () => [
  person('reporter', 'reporter'),
  person('editor', 'editor', 'chiefEditor'),
  person('chief', 'chiefEditor'),
  person('admin', 'administrator'),
]

/** An article that the desk has for review. */
async function submitted(account = 'reporter'): Promise<Submitted> {
  const desk = await startDesk(staff())
  const author = await enrolledDesktop(desk.url, account)
  const articleId = await write(author.call)
  const { revisionId } = await author.call.review.submit({ articleId })
  await author.call.sync.now({})
  return { desk, author, articleId, revisionId }
}

async function reviewer({ url }: DeskServer, account: string, secrets = memorySecrets()): Promise<Desktop> {
  const desktop = await enrolledDesktop(url, account, { secrets })
  await desktop.call.sync.now({})
  return desktop
}

const approve = ({ call }: Desktop, { articleId, revisionId }: Submitted) =>
  call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '' })

describe('submitting', () => {
  it('says what is missing before anything leaves', async () => {
    const desk = await startDesk(staff())
    const { call } = await enrolledDesktop(desk.url, 'reporter')
    const { articleId } = await call.articles.create({ kind: 'original' })
    const refused = await call.review.submit({ articleId }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'attribution_incomplete' })
    const places = (refused as GalleyError).details['gaps'] as { place: { field: string } }[]
    expect(places.map(({ place }) => place.field)).toEqual(
      expect.arrayContaining(['headline', 'column', 'body', 'byline', 'editor', 'responsibleEditor', 'aiUse']),
    )
    expect(await call.sync.outbox({})).toEqual([])
  })

  it('waits until somebody has decided between two versions', async () => {
    const desk = await startDesk(staff())
    const { call } = await enrolledDesktop(desk.url, 'reporter')
    const versions = ['甲', '乙'].map((text) => ({
      who: null,
      when: '2026-11-23T01:00:00.000Z',
      blocks: [paragraph(text)],
    }))
    const clash: Block = { type: 'clash', version: 1, $: { id: newBlockId() }, of: 'body', versions }
    const articleId = await write(call, '清淤完工。', put(clash))
    await expect(call.review.submit({ articleId })).rejects.toMatchObject({
      code: 'open_clashes',
      details: { count: 1 },
    })
    expect(await call.sync.outbox({})).toEqual([])
  })

  it('is for those who write', async () => {
    const desk = await startDesk(staff())
    const { call } = await enrolledDesktop(desk.url, 'admin')
    const articleId = await write(call)
    await expect(call.review.submit({ articleId })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('does nothing at all when a picture is not here', async () => {
    const desk = await startDesk(staff())
    const { call } = await enrolledDesktop(desk.url, 'reporter')
    const gone = { media: MediaHash.parse('f'.repeat(64)), width: 1, height: 1 }
    const details = { alt: 'a', credit: 'a', rights: 'a', source: 'a' }
    const articleId = await write(call, '有图。', put(picture(gone, details)))
    await expect(call.review.submit({ articleId })).rejects.toMatchObject({ code: 'media_missing' })
    expect(await call.sync.outbox({})).toEqual([])
    expect(await call.articles.open({ articleId })).toMatchObject({ editable: true, revisionId: null })
  })

  it('happens once: the second time there is nothing to submit', async () => {
    const { author, articleId } = await submitted()
    await expect(author.call.review.submit({ articleId })).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await author.call.articles.open({ articleId })).toMatchObject({ editable: false })
  })

  it('names the revision that the draft is, until somebody types on', async () => {
    const submission = await submitted()
    const { desk, author, articleId, revisionId } = submission
    expect((await author.call.articles.open({ articleId })).revisionId).toBe(revisionId)
    desk.return(articleId)
    await author.call.sync.now({})
    await type(author.call, articleId, '又一段。')
    expect((await author.call.articles.open({ articleId })).revisionId).toBeNull()
  })
})

describe('a verdict', () => {
  it('is never given on an own article, nor twice, nor on another revision', async () => {
    const own = await submitted('editor')
    await expect(approve(own.author, own)).rejects.toMatchObject({ code: 'self_review' })

    const submission = await submitted()
    const editor = await reviewer(submission.desk, 'editor')
    const other = { ...submission, revisionId: 'e'.repeat(64) as RevisionId }
    await expect(approve(editor, other)).rejects.toMatchObject({ code: 'stale_revision' })
    await editor.call.sync.setPaused({ paused: true })
    await approve(editor, submission)
    // Holds the role of the next stage too: four eyes are four eyes.
    await expect(approve(editor, submission)).rejects.toMatchObject({ code: 'duplicate_verdict' })
  })

  it('waits for its stage', async () => {
    const submission = await submitted()
    const chief = await reviewer(submission.desk, 'chief')
    await expect(approve(chief, submission)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await chief.call.articles.counts({})).toReview).toBe(0)
  })

  it('says why, when it is not an approval', async () => {
    const { desk, articleId, revisionId } = await submitted()
    const editor = await reviewer(desk, 'editor')
    const silent = editor.call.review.giveVerdict({ articleId, revisionId, verdict: 'return', opinion: ' ' })
    await expect(silent).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is not given when the key cannot be had', async () => {
    const submission = await submitted()
    const secrets = memorySecrets()
    const editor = await reviewer(submission.desk, 'editor', secrets)
    const locked = await editor.restart({
      secrets: { ...secrets, get: () => Promise.reject(new GalleyError('keychain_unavailable')) },
    })
    await expect(approve(locked, submission)).rejects.toMatchObject({ code: 'keychain_unavailable' })
    expect(await locked.call.sync.outbox({})).toEqual([])
  })

  it('takes the article off the pile, and a refusal puts it back', async () => {
    const submission = await submitted()
    const { desk, articleId } = submission
    const editor = await reviewer(desk, 'editor')
    desk.refuse('giveVerdict', 'forbidden')
    await editor.call.sync.setPaused({ paused: true })
    await approve(editor, submission)
    expect((await editor.call.articles.counts({})).toReview).toBe(0)
    await editor.call.sync.setPaused({ paused: false })
    await editor.call.sync.now({})
    const { rows } = await editor.call.articles.list({ view: 'toReview', offset: 0, limit: 1 })
    expect(rows[0]?.pending).toMatchObject({ act: 'verdict', state: 'rejected', error: { code: 'forbidden' } })
    await editor.call.review.dismiss({ articleId })
    await approve(editor, submission)
    await editor.call.sync.now({})
    expect(desk.model.effects.at(-1)).toBe('verdict approve')
  })
})

describe('publishing', () => {
  it('needs a sign-off, which may itself still be on the way', async () => {
    const submission = await submitted()
    const { desk, articleId, revisionId } = submission
    const editor = await reviewer(desk, 'editor')
    await approve(editor, submission)
    await editor.call.sync.now({})
    const chief = await reviewer(desk, 'chief')
    const early = chief.call.review.publish({ articleId, revisionId })
    await expect(early).rejects.toMatchObject({ code: 'not_signed_off' })
    await chief.call.sync.setPaused({ paused: true })
    await approve(chief, submission)
    await chief.call.review.publish({ articleId, revisionId })
    await expect(chief.call.review.publish({ articleId, revisionId })).rejects.toMatchObject({ code: 'wrong_state' })
    await chief.call.sync.setPaused({ paused: false })
    await chief.call.sync.now({})
    expect(desk.model.effects.at(-1)).toBe(`publish ${revisionId}`)
    expect(await chief.call.articles.counts({})).toMatchObject({ published: 1, signedOff: 0 })
  })
})
