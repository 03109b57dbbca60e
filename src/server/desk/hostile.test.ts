import { expect, test } from 'vitest'

import { completeContent, newRevision, sharedNewsroom } from '../testing/newsroom.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId as idOf } from '#shared/document/revision.ts'
import { readContent } from '#shared/document/upgrade.ts'
import { bodyText } from '#shared/document/text.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import { desk } from '#shared/protocol/routes.ts'

/** What a desktop whose program was changed may send. Graph and ownership are judged from what the desk stored itself. */
const at = sharedNewsroom()

const saying = (text: string) => completeContent({}, [paragraph(text)])
const lineOf = async ({ articleId }: Revision) => {
  const { body } = await at.lin.ask('GET', `/desk/v1/articles/${articleId}/line`)
  return desk.line.response.parse(body).entries
}
const put = ({ articleId, parents, content }: Revision, claimed: RevisionId) =>
  at.lin.ask('PUT', `/desk/v1/articles/${articleId}/revisions/${claimed}`, { parents, content })

test('a revision cannot stand on itself, nor on one that stands on it: its id covers its parents', async () => {
  const first = newRevision(saying('第一稿。'))
  await at.lin.putRevision(first)
  const next: Revision = { ...first, parents: [idOf(first)], content: saying('第二稿。') }
  await at.lin.putRevision(next)
  for (const parents of [[idOf(first)], [idOf(next)]]) {
    expect(await put({ ...first, parents }, idOf(first))).toMatchObject({
      status: 422,
      body: { code: 'revision_mismatch' },
    })
  }
  const later: Revision = { ...first, parents: [idOf(next)], content: saying('第三稿。') }
  const unsent: Revision = { ...first, parents: [idOf(later)], content: saying('第四稿。') }
  expect(await at.lin.putRevision(unsent)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await lineOf(first)).toHaveLength(2)
})

test('a revision cannot bring in the line of another article', async () => {
  const [mine, other] = [newRevision(saying('我的稿件。')), newRevision(saying('同事的稿件。'))]
  await at.lin.putRevision(mine)
  await at.bai.putRevision(other)
  const crossing: Revision = {
    ...mine,
    parents: [idOf(mine), idOf(other)].toSorted(),
    content: saying('两篇并作一篇。'),
  }
  expect(await at.lin.putRevision(crossing)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  const elsewhere: Revision = { ...other, parents: [idOf(other)], content: saying('替别人写。') }
  expect(await at.lin.putRevision(elsewhere)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await lineOf(mine)).toHaveLength(1)
})

test('a revision has two parents at most, and content that the desk can read', async () => {
  const first = newRevision(saying('第一稿。'))
  await at.lin.putRevision(first)
  const many: Revision = { ...first, parents: Array.from({ length: 3 }, () => idOf(first)) }
  expect((await put(many, idOf(many))).status).toBe(400)
  // A part that this desk does not know is kept as it came, and shown as text: see document/render/body.ts.
  const strange = { type: 'script', version: 1, $: { id: 'strange00' }, src: 'https://elsewhere.example/x.js' }
  const content = readContent({ ...first.content, blocks: [strange] })
  const kept: Revision = { ...first, parents: [idOf(first)], content }
  expect((await put(kept, idOf(kept))).status).toBe(200)
  expect((await put(kept, idOf(first))).body['code']).toBe('revision_mismatch')
  expect((await at.lin.revision(first.articleId, idOf(kept)))?.body['content']).toEqual(content)
  const nothing = { parents: [], content: { ...first.content, blocks: [{ type: 'paragraph' }] } }
  const path = `/desk/v1/articles/${first.articleId}/revisions/${idOf(first)}`
  expect((await at.lin.ask('PUT', path, nothing)).body['code']).toBe('document_invalid')
  expect(await lineOf(first)).toHaveLength(2)
})

test('a merge that drops a colleague’s words takes none of them from the desk, and says who sent it', async () => {
  const first = newRevision(saying('第一稿。'))
  await at.lin.putRevision(first)
  await at.lin.letIn(first.articleId, at.bai)
  const theirs: Revision = { ...first, parents: [idOf(first)], content: saying('同事补的一段。') }
  const mine: Revision = { ...first, parents: [idOf(first)], content: saying('作者改的一段。') }
  await at.bai.putRevision(theirs)
  await at.lin.putRevision(mine)
  const dropping: Revision = { ...mine, parents: [idOf(mine), idOf(theirs)].toSorted() }
  expect((await at.lin.putRevision(dropping)).status).toBe(200)

  const kept = desk.getRevision.response.parse(
    (await at.bai.ask('GET', `/desk/v1/articles/${first.articleId}/revisions/${idOf(theirs)}`)).body,
  )
  expect(bodyText(kept.content.blocks)).toBe('同事补的一段。')
  expect((await lineOf(first)).map(({ revisionId, writerId }) => [revisionId, writerId])).toEqual([
    [idOf(first), at.lin.person.id],
    [idOf(theirs), at.bai.person.id],
    [idOf(mine), at.lin.person.id],
    [idOf(dropping), at.lin.person.id],
  ])
})
