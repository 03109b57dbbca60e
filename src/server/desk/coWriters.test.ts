import { describe, expect, test } from 'vitest'

import { completeContent, newRevision, sharedNewsroom, signOff } from '../testing/newsroom.ts'
import { paragraph } from '#shared/document/make.ts'
import { revisionId as idOf } from '#shared/document/revision.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newPersonId } from '#shared/domain/ids.ts'

const at = sharedNewsroom()

async function drafted() {
  const first = newRevision()
  await at.lin.putRevision(first)
  const continued = {
    articleId: first.articleId,
    parents: [idOf(first)],
    content: completeContent({}, [paragraph('同事写的一段。')]),
  }
  return { articleId: first.articleId, first, continued }
}
const stateOf = async (articleId: ArticleId) => (await at.lin.ask('GET', `/desk/v1/articles/${articleId}`)).body

describe('a colleague whom the author has let in', () => {
  test('hears of the article, reads its working line and adds to it', async () => {
    const { articleId, first, continued } = await drafted()
    const since = (await at.bai.changes(0)).seq
    expect(await at.bai.putRevision(continued)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await at.lin.letIn(articleId, at.bai)).toMatchObject({ body: { coWriters: [at.bai.person.id] } })
    expect((await at.bai.changes(since)).changes).toMatchObject([{ article: { articleId, heads: [idOf(first)] } }])
    expect(await at.bai.revision(articleId, idOf(first))).not.toBeNull()
    expect((await at.bai.putRevision(continued)).status).toBe(200)
    expect(await stateOf(articleId)).toMatchObject({ heads: [idOf(continued)], authorId: at.lin.person.id })
  })

  test('does not hand it in and lets nobody else in', async () => {
    const { articleId, continued } = await drafted()
    await at.lin.letIn(articleId, at.bai)
    await at.bai.putRevision(continued)
    expect((await at.bai.submit(articleId, idOf(continued))).body['code']).toBe('forbidden')
    expect((await at.bai.letIn(articleId, at.chen)).body['code']).toBe('forbidden')
  })

  test('hears that it was taken back, and neither reads nor writes there from then on', async () => {
    const { articleId, first, continued } = await drafted()
    await at.lin.letIn(articleId, at.bai)
    await at.bai.putRevision(continued)
    const since = (await at.bai.changes(0)).seq
    await at.lin.letIn(articleId, at.bai, false)
    expect((await at.bai.changes(since)).changes).toMatchObject([{ article: { articleId, coWriters: [], heads: [] } }])
    expect(await at.bai.revision(articleId, idOf(first))).toBeNull()
    const more = { ...continued, parents: [idOf(continued)] }
    expect((await at.bai.putRevision(more)).body['code']).toBe('forbidden')
    expect(await stateOf(articleId)).toMatchObject({ heads: [idOf(continued)], writers: [at.bai.person.id] })
  })

  test('is someone who may write at all, and known', async () => {
    const { articleId } = await drafted()
    expect((await at.lin.letIn(articleId, at.admin)).body['code']).toBe('forbidden')
    const path = `/desk/v1/articles/${articleId}/co-writers`
    expect((await at.lin.act(path, { personId: newPersonId(), writes: true })).body['code']).toBe('not_found')
  })

  test('is let in once, however often it is asked for', async () => {
    const { articleId } = await drafted()
    await at.lin.letIn(articleId, at.bai)
    await at.lin.letIn(articleId, at.bai)
    const { body } = await at.lin.ask('GET', `/desk/v1/articles/${articleId}/record`)
    expect(body['entries']).toHaveLength(1)
  })
})

describe('four eyes', () => {
  test('a co-writer does not approve what they wrote in, and not after they were taken out either', async () => {
    const { articleId, continued } = await drafted()
    await at.lin.letIn(articleId, at.bai)
    await at.bai.putRevision(continued)
    await at.lin.letIn(articleId, at.bai, false)
    const revisionId = idOf(continued)
    expect((await at.lin.submit(articleId, revisionId)).status).toBe(200)
    const attack = await at.bai.judge(at.bai.statement({ articleId, revisionId, stageId: 'first' }))
    expect(attack).toMatchObject({ status: 403, body: { code: 'self_review' } })
    await signOff({ articleId, revisionId }, [at.chen, at.zhou, at.song])
    expect((await at.zhou.publish(articleId, revisionId)).status).toBe(200)
  })

  test('a co-writer who has not written yet may still do so, and does not review either', async () => {
    const { articleId, first } = await drafted()
    const revisionId = idOf(first)
    await at.lin.letIn(articleId, at.bai)
    await at.lin.submit(articleId, revisionId)
    const attack = await at.bai.judge(at.bai.statement({ articleId, revisionId, stageId: 'first' }))
    expect(attack.body['code']).toBe('self_review')
  })

  test('nobody is let in or taken out while it is being reviewed', async () => {
    const { articleId, first } = await drafted()
    await at.lin.letIn(articleId, at.bai)
    await at.lin.submit(articleId, idOf(first))
    for (const answer of [await at.lin.letIn(articleId, at.chen), await at.lin.letIn(articleId, at.bai, false)]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
    }
  })
})
