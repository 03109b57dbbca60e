import { describe, expect, test } from 'vitest'

import { Desktop } from '../testing/desktop.ts'
import { completeContent, newRevision, newsroom, signOff, submitted, sharedNewsroom } from '../testing/newsroom.ts'
import { picture } from '#shared/document/make.ts'
import { revisionId } from '#shared/document/revision.ts'
import { emptyAttribution } from '#shared/domain/attribution.ts'
import { MediaHash, newArticleId } from '#shared/domain/ids.ts'

const at = sharedNewsroom()
const stages = { first: 'first', second: 'second', final: 'final' }

describe('a revision', () => {
  test('is refused when its text is not what its id says', async () => {
    const revision = newRevision()
    const tampered = { ...revision, content: completeContent({ headline: '另一个标题' }) }
    expect(await at.lin.putRevision(tampered, revisionId(revision))).toMatchObject({
      status: 422,
      body: { code: 'revision_mismatch' },
    })
  })

  test('is refused when it belongs to another article', async () => {
    const revision = newRevision()
    const moved = { ...revision, articleId: newArticleId() }
    expect(await at.lin.putRevision(moved, revisionId(revision))).toMatchObject({ body: { code: 'revision_mismatch' } })
  })

  test('stored twice is stored once', async () => {
    const revision = newRevision()
    const first = await at.lin.putRevision(revision)
    expect(await at.lin.putRevision(revision)).toEqual(first)
    const { body } = await at.lin.ask('GET', `/desk/v1/articles/${revision.articleId}/line`)
    expect(body['entries']).toEqual([first.body])
  })

  test('comes back as it was stored', async () => {
    const revision = newRevision()
    await at.lin.putRevision(revision)
    const path = `/desk/v1/articles/${revision.articleId}/revisions/${revisionId(revision)}`
    const { body } = await at.lin.ask('GET', path)
    expect(body).toEqual({ ...revision, revisionId: revisionId(revision), authorId: at.lin.person.id })
  })

  test('is added by the author of the first one only', async () => {
    const revision = newRevision()
    await at.lin.putRevision(revision)
    const next = { ...revision, parents: [revisionId(revision)] }
    expect(await at.bai.putRevision(next)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await at.lin.putRevision(next)).status).toBe(200)
  })

  test('has parents that the desk knows', async () => {
    const orphan = newRevision(completeContent(), [revisionId(newRevision())])
    expect(await at.lin.putRevision(orphan)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  test('cannot be written without the role', async () => {
    expect(await at.admin.putRevision(newRevision())).toMatchObject({ body: { code: 'forbidden' } })
  })

  test('of a newer form, of no form, or with half a character is told apart from a malformed request', async () => {
    const revision = newRevision()
    const path = `/desk/v1/articles/${revision.articleId}/revisions/${revisionId(revision)}`
    const put = async (content: unknown) => (await at.lin.ask('PUT', path, { parents: [], content })).body['code']
    expect(await put({ ...revision.content, schemaVersion: 99 })).toBe('document_newer')
    expect(await put({ ...revision.content, fields: {} })).toBe('document_invalid')
    expect(await put(completeContent({ headline: '\ud83d' }))).toBe('document_invalid')
    expect((await at.lin.ask('PUT', path, { content: revision.content })).body['code']).toBe('invalid_input')
  })
})

describe('a submission', () => {
  test('names every gap in the attribution, whatever the desktop found', async () => {
    const revision = newRevision(completeContent({ attribution: { ...emptyAttribution, aiUse: 'none' } }))
    await at.lin.putRevision(revision)
    const { status, body } = await at.lin.submit(revision.articleId, revisionId(revision))
    expect({ status, code: body['code'] }).toEqual({ status: 422, code: 'attribution_incomplete' })
    const { gaps } = body['details'] as { gaps: { place: { field: string } }[] }
    expect(gaps.map(({ place }) => place.field)).toEqual(['byline', 'editor', 'responsibleEditor'])
  })

  test('needs every picture at the desk', async () => {
    const media = MediaHash.parse('ab'.repeat(32))
    const shown = picture({ media, width: 4, height: 3 }, { alt: '堤', credit: '林', rights: '自有', source: '本网' })
    const revision = newRevision(completeContent({}, [...completeContent().blocks, shown]))
    await at.lin.putRevision(revision)
    expect(await at.lin.submit(revision.articleId, revisionId(revision))).toMatchObject({
      status: 422,
      body: { code: 'media_missing', details: { media: [media] } },
    })
  })

  test('is of a kind that the newsroom publishes', async () => {
    const { server } = at
    const revision = newRevision()
    await at.lin.putRevision(revision)
    await server.newsroom.setNewsroom({ ...newsroom, kinds: ['reprint', 'wire'] })
    expect(await at.lin.submit(revision.articleId, revisionId(revision))).toMatchObject({
      status: 403,
      body: { code: 'forbidden', details: { needs: 'kind', kind: 'original' } },
    })
    await server.newsroom.setNewsroom(newsroom)
    expect((await at.lin.submit(revision.articleId, revisionId(revision))).status).toBe(200)
  })

  test('is the author’s alone', async () => {
    const revision = newRevision()
    await at.lin.putRevision(revision)
    expect(await at.bai.submit(revision.articleId, revisionId(revision))).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
  })

  test('happens once for each round', async () => {
    const { articleId, revisionId } = await submitted(at.lin)
    expect(await at.lin.submit(articleId, revisionId)).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  })

  test('needs a revision that is there', async () => {
    const revision = newRevision()
    expect((await at.lin.submit(revision.articleId, revisionId(revision))).body['code']).toBe('not_found')
  })
})

describe('a verdict', () => {
  test('moves the article through its stages up to the sign-off', async () => {
    const standing = await submitted(at.lin)
    const first = await at.chen.judge(at.chen.statement({ ...standing, stageId: stages.first }))
    expect(first.body['status']).toMatchObject({ state: 'inReview', stageId: stages.second })
    const second = await at.zhou.judge(at.zhou.statement({ ...standing, stageId: stages.second }))
    expect(second.body['status']).toMatchObject({ state: 'inReview', stageId: stages.final })
    const last = await at.song.judge(at.song.statement({ ...standing, stageId: stages.final }))
    expect(last.body['status']).toEqual({ state: 'signedOff', revisionId: standing.revisionId })
    expect(last.body['verdicts']).toHaveLength(3)
  })

  test('that returns needs an opinion, and lets the author submit again', async () => {
    const revision = newRevision()
    const standing = await submitted(at.lin, revision)
    const about = at.chen.statement({ ...standing, stageId: stages.first })
    expect((await at.chen.judge({ ...about, verdict: 'return', opinion: ' ' })).body['code']).toBe('invalid_input')
    const returned = await at.chen.judge({ ...about, verdict: 'return', opinion: '导语太长' })
    expect(returned.body['status']).toMatchObject({ state: 'returned' })
    const again = await submitted(at.lin, { ...revision, parents: [standing.revisionId] })
    expect((await at.chen.judge(at.chen.statement({ ...again, stageId: stages.first }))).status).toBe(200)
  })

  test('stands in the record with the roles of who gave it', async () => {
    const standing = await submitted(at.lin)
    await at.bai.judge(at.bai.statement({ ...standing, stageId: stages.first }))
    const { body } = await at.lin.ask('GET', `/desk/v1/articles/${standing.articleId}/record`)
    expect((body['entries'] as unknown[]).at(-1)).toMatchObject({ data: { roles: ['reporter', 'editor'] } })
  })

  test('on one’s own article is refused, whatever the role', async () => {
    const standing = await submitted(at.bai)
    expect(await at.bai.judge(at.bai.statement({ ...standing, stageId: stages.first }))).toMatchObject({
      status: 403,
      body: { code: 'self_review' },
    })
  })

  test('without the stage’s role is refused', async () => {
    const standing = await submitted(at.lin)
    expect((await at.song.judge(at.song.statement({ ...standing, stageId: stages.first }))).body['code']).toBe(
      'forbidden',
    )
  })

  test('signed for another revision, article or stage does not apply', async () => {
    const revision = newRevision()
    const old = await submitted(at.lin, revision)
    const approval = at.chen.signed(at.chen.statement({ ...old, stageId: stages.first }))
    const back = {
      ...at.chen.statement({ ...old, stageId: stages.first }),
      verdict: 'return',
      opinion: '补采',
    } as const
    await at.chen.judge(back)
    const fresh = await submitted(at.lin, { ...revision, parents: [old.revisionId] })
    const send = async (articleId: string, body: unknown) =>
      (await at.chen.act(`/desk/v1/articles/${articleId}/verdicts`, body)).body['code']

    expect(await send(fresh.articleId, approval)).toBe('stale_revision')
    const { statement, signature } = approval
    const { revisionId } = fresh
    expect(await send(fresh.articleId, { statement: { ...statement, revisionId }, signature })).toBe('bad_signature')

    const other = await submitted(at.lin)
    expect(await send(other.articleId, approval)).toBe('bad_signature')
    const { articleId } = other
    expect(await send(articleId, { statement: { ...statement, articleId }, signature })).toBe('bad_signature')

    const late = at.chen.statement({ ...other, stageId: stages.final })
    expect((await at.chen.judge(late)).body['code']).toBe('wrong_stage')
    const first = at.chen.signed({ ...late, stageId: stages.first })
    const asFinal = { ...first, statement: { ...first.statement, stageId: stages.final } }
    expect(await send(articleId, asFinal)).toBe('bad_signature')
  })

  test('in another person’s name is refused', async () => {
    const standing = await submitted(at.lin)
    const about = { ...standing, stageId: stages.first }
    const path = `/desk/v1/articles/${standing.articleId}/verdicts`
    const theirs = at.chen.signed(at.chen.statement(about))
    expect((await at.bai.act(path, theirs)).body['code']).toBe('forbidden')
    const forged = at.bai.signed({ ...at.bai.statement(about), personId: at.chen.person.id })
    expect((await at.chen.act(path, forged)).body['code']).toBe('bad_signature')
    const borrowed = at.bai.signed({ ...at.bai.statement(about), deviceId: at.chen.deviceId })
    expect((await at.bai.act(path, borrowed)).body['code']).toBe('bad_signature')
  })

  test('is given once by each person for one revision, so that no two stages have one judge', async () => {
    const standing = await submitted(at.lin)
    const { server } = at
    await server.newsroom.createPerson({ account: 'both', name: 'both', roles: ['editor', 'deskHead'], password: 'pw' })
    const both = new Desktop(server.url)
    await both.enrol('both', 'pw')
    await both.signIn()
    await both.judge(both.statement({ ...standing, stageId: stages.first }))
    expect(await both.judge(both.statement({ ...standing, stageId: stages.second }))).toMatchObject({
      status: 409,
      body: { code: 'duplicate_verdict' },
    })
  })

  test('is a strict statement: nothing may ride along unsigned', async () => {
    const standing = await submitted(at.lin)
    const signed = at.chen.signed(at.chen.statement({ ...standing, stageId: stages.first }))
    const path = `/desk/v1/articles/${standing.articleId}/verdicts`
    const extra = { ...signed, statement: { ...signed.statement, note: 'x' } }
    expect((await at.chen.act(path, extra)).body['code']).toBe('invalid_input')
  })

  test('that says a key twice is judged, verified and stored by one reading', async () => {
    const standing = await submitted(at.lin)
    const about = at.chen.statement({ ...standing, stageId: stages.first })
    const signed = at.chen.signed({ ...about, verdict: 'reject', opinion: '不用' })
    const twice = JSON.stringify(signed).replace('"verdict":"reject"', '"verdict":"reject","verdict":"approve"')
    const answer = await at.chen.act(`/desk/v1/articles/${standing.articleId}/verdicts`, twice)
    expect(answer.body['code']).toBe('bad_signature')
  })

  test('after the end is refused', async () => {
    const standing = await submitted(at.lin)
    await signOff(standing, [at.chen, at.zhou, at.song])
    const { articleId } = standing
    expect((await at.bai.judge(at.bai.statement({ ...standing, stageId: stages.final }))).body['code']).toBe(
      'wrong_state',
    )
    const { body } = await at.lin.ask('GET', `/desk/v1/articles/${articleId}/record`)
    const [last] = (body['entries'] as { event: string; data: unknown }[]).toReversed()
    expect(last).toMatchObject({ event: 'refused', data: { act: 'giveVerdict', code: 'wrong_state' } })
  })
})
