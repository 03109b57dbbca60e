import { describe, expect, test } from 'vitest'

import type { Desktop } from '../testing/desktop.ts'
import { completeContent, newRevision, sharedNewsroom, submitted } from '../testing/newsroom.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId as idOf } from '#shared/document/revision.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { maxHeads } from '#shared/protocol/revisions.ts'
import { desk } from '#shared/protocol/routes.ts'

const at = sharedNewsroom()

const saying = (text: string) => completeContent({}, [paragraph(text)])
const next = ({ articleId }: Revision, text: string, ...parents: Revision[]): Revision => ({
  articleId,
  parents: parents.map(idOf).toSorted(),
  content: saying(text),
})
const seen = async (desktop: Desktop, articleId: ArticleId) => {
  const { body } = await desktop.ask('GET', `/desk/v1/articles/${articleId}`)
  return desk.article.response.parse(body)
}
const headsOf = async (articleId: ArticleId): Promise<RevisionId[]> => (await seen(at.lin, articleId)).heads
const lineOf = async (desktop: Desktop, articleId: ArticleId, after = 0) =>
  desktop.ask('GET', `/desk/v1/articles/${articleId}/line?after=${after}`)

/** One article with two revisions that were written at the same time. */
async function parted() {
  const first = newRevision(saying('第一稿。'))
  const left = next(first, '左边写的。', first)
  const right = next(first, '右边写的。', first)
  for (const revision of [first, left, right]) await at.lin.putRevision(revision)
  return { articleId: first.articleId, first, left, right }
}

describe('the working line', () => {
  test('has one head while one person writes, two after concurrent work, and one again after merging', async () => {
    const { articleId, first, left, right } = await parted()
    expect(await headsOf(articleId)).toEqual([idOf(left), idOf(right)].toSorted())
    const merged = next(first, '合在一起。', left, right)
    await at.lin.putRevision(merged)
    expect(await headsOf(articleId)).toEqual([idOf(merged)])
  })

  test('is told in order, and from where one has got to', async () => {
    const { articleId, first, left, right } = await parted()
    const { body } = await lineOf(at.lin, articleId)
    const { entries } = desk.line.response.parse(body)
    expect(entries.map(({ seq, revisionId, parents }) => ({ seq, revisionId, parents }))).toEqual([
      { seq: 1, revisionId: idOf(first), parents: [] },
      { seq: 2, revisionId: idOf(left), parents: [idOf(first)] },
      { seq: 3, revisionId: idOf(right), parents: [idOf(first)] },
    ])
    expect(entries.every(({ writerId }) => writerId === at.lin.person.id)).toBe(true)
    expect((await lineOf(at.lin, articleId, 2)).body['entries']).toEqual([entries[2]])
  })

  test('is nobody else’s to see before it is submitted, and of it only what was submitted', async () => {
    const first = newRevision(saying('还没有想好的话。'))
    const { articleId } = first
    await at.lin.putRevision(first)
    for (const path of ['', '/line', '/record', `/revisions/${idOf(first)}`]) {
      const answer = await at.chen.ask('GET', `/desk/v1/articles/${articleId}${path}`)
      expect(answer, path).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
    const handedIn = next(first, '想好的话。', first)
    await at.lin.putRevision(handedIn)
    await at.lin.submit(articleId, idOf(handedIn))
    expect(await at.chen.revision(articleId, idOf(handedIn))).not.toBeNull()
    expect(await at.chen.revision(articleId, idOf(first))).toBeNull()
    expect(await seen(at.chen, articleId)).toMatchObject({ heads: [] })
    expect((await lineOf(at.chen, articleId)).status).toBe(404)
  })

  test('is told to those who write and wakes nobody else', async () => {
    const { articleId, revisionId } = await submitted(at.lin)
    const since = (await at.chen.changes(0)).seq
    const late = { articleId, parents: [revisionId], content: saying('迟到的一句。') }
    await at.lin.putRevision(late)
    expect((await at.lin.changes(since)).changes).toMatchObject([{ article: { articleId, heads: [idOf(late)] } }])
    expect((await at.chen.changes(since)).changes).toEqual([])
  })

  test('takes words that arrive while the article is being reviewed, which goes on undisturbed', async () => {
    const { articleId, revisionId } = await submitted(at.lin)
    const late = { articleId, parents: [], content: saying('离线时写的。') }
    expect((await at.lin.putRevision(late)).status).toBe(200)
    const answer = await at.chen.judge(at.chen.statement({ articleId, revisionId, stageId: 'first' }))
    expect(answer).toMatchObject({ status: 200, body: { heads: [], status: { state: 'inReview', revisionId } } })
  })

  test('does not grow heads without end', async () => {
    const first = newRevision()
    await at.lin.putRevision(first)
    const branches = Array.from({ length: maxHeads + 1 }, (_, index) => next(first, `第 ${index} 支。`, first))
    const answers = []
    for (const branch of branches) answers.push((await at.lin.putRevision(branch)).body['code'] ?? 'stored')
    expect(answers).toEqual([...Array.from({ length: maxHeads }, () => 'stored'), 'unmerged_heads'])
    expect(await headsOf(first.articleId)).toHaveLength(maxHeads)
  })
})

describe('a submission', () => {
  test('is refused while something that was written is not in it', async () => {
    const { articleId, first, left, right } = await parted()
    const refused = await at.lin.submit(articleId, idOf(left))
    expect(refused).toMatchObject({ status: 409, body: { code: 'unmerged_heads', details: { heads: [idOf(right)] } } })
    const merged = next(first, '合在一起。', left, right)
    await at.lin.putRevision(merged)
    expect((await at.lin.submit(articleId, idOf(left))).body['code']).toBe('unmerged_heads')
    expect((await at.lin.submit(articleId, idOf(merged))).status).toBe(200)
  })

  test('records who wrote in it besides the author', async () => {
    const first = newRevision()
    const { articleId } = first
    await at.lin.putRevision(first)
    await at.lin.letIn(articleId, at.bai)
    const more = next(first, '白露补了一段。', first)
    await at.bai.putRevision(more)
    await at.lin.submit(articleId, idOf(more))
    const { body } = await at.lin.ask('GET', `/desk/v1/articles/${articleId}/record`)
    const { entries } = desk.record.response.parse(body)
    expect(entries.map(({ event }) => event)).toEqual(['coWriterLetIn', 'revisionStored', 'submitted'])
    expect(entries[1]?.data).toEqual({
      parents: [idOf(first)],
      storedBy: at.bai.person.id,
      writers: [at.bai.person.id],
    })
  })
})
