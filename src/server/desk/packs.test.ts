import { expect, onTestFinished, test } from 'vitest'

import { completeContent, openNewsroom, temporaryFolder, withDatabase } from '../testing/newsroom.ts'
import { packSettled } from './packs.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId as idOf } from '#shared/document/revision.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { desk } from '#shared/protocol/routes.ts'

const { signal } = new AbortController()
const hour = 60 * 60 * 1000

/** A line of `length` revisions, each with a few words more, and what packing them later makes of it. */
async function writtenLine(length: number) {
  const dataDir = temporaryFolder(onTestFinished)
  const newsroom = await openNewsroom(dataDir)
  onTestFinished(() => newsroom.server.close())
  const [lin, chen] = await Promise.all([newsroom.desktop('lin'), newsroom.desktop('chen')])
  const articleId = newArticleId()
  const blocks = Array.from({ length: 40 }, (_, n) => paragraph(`第 ${n} 段：${'河堤步道上的灯昨晚亮了。'.repeat(10)}`))
  const line: Revision[] = []
  for (let n = 0; n < length; n += 1) {
    const before = line.at(-1)
    blocks[n % 40] = paragraph(`第 ${n} 次改写的一段。`)
    const revision = {
      articleId,
      parents: before === undefined ? [] : [idOf(before)],
      content: completeContent({}, [...blocks]),
    }
    await lin.putRevision(revision)
    line.push(revision)
  }
  return { dataDir, lin, chen, articleId, line }
}

const sizes = (dataDir: string) =>
  withDatabase(dataDir, (store) =>
    store.read(async (read) => {
      const revisions = await read.selectFrom('revisions').select(['content', 'pack']).orderBy('seq').execute()
      const packs = await read.selectFrom('packs').select('body').execute()
      const whole = revisions.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
      return { whole, packed: packs.reduce((sum, { body }) => sum + body.length, 0), revisions }
    }),
  )

const packLater = (dataDir: string, milliseconds: number) =>
  withDatabase(dataDir, (store) => packSettled(store, new Date(Date.now() + milliseconds), signal))

test('keeps what has come to rest in a fraction of its size, and every desktop reads it as before', async () => {
  const { dataDir, lin, chen, articleId, line } = await writtenLine(40)
  const submittedOne = line[20] ?? line[0]
  if (submittedOne === undefined) throw new Error('nothing was written')
  await withDatabase(dataDir, (store) =>
    store.write((tx) =>
      tx
        .updateTable('revisions')
        .set({ submittedAt: '2026-03-05T08:00:00.000Z' })
        .where('id', '=', idOf(submittedOne))
        .execute(),
    ),
  )
  const before = await sizes(dataDir)
  expect(await packLater(dataDir, hour / 2)).toBe(0)
  expect(await packLater(dataDir, 2 * hour)).toBe(38)
  const after = await sizes(dataDir)
  expect(after.revisions.flatMap(({ pack }, index) => (pack === null ? [index] : []))).toEqual([20, 39])
  expect((after.whole + after.packed) * 8).toBeLessThan(before.whole)

  for (const revision of line) {
    const { status, body } = await lin.ask('GET', `/desk/v1/articles/${articleId}/revisions/${idOf(revision)}`)
    expect(status).toBe(200)
    expect(idOf(desk.getRevision.response.parse(body))).toBe(idOf(revision))
  }
  const [first] = line
  const hidden = await chen.ask('GET', `/desk/v1/articles/${articleId}/revisions/${first ? idOf(first) : ''}`)
  expect(hidden.status).toBe(404)
})

test('lets somebody who was away for months write on from what they last heard', async () => {
  const { dataDir, lin, articleId, line } = await writtenLine(20)
  await packLater(dataDir, 90 * 24 * hour)
  const base = line[3]
  if (base === undefined) throw new Error('nothing was written')
  const late = { articleId, parents: [idOf(base)], content: completeContent({}, [paragraph('三个月前写的。')]) }
  await lin.putRevision(late)
  const { body } = await lin.ask('GET', `/desk/v1/articles/${articleId}`)
  expect(desk.article.response.parse(body).heads).toHaveLength(2)
  expect((await lin.ask('GET', `/desk/v1/articles/${articleId}/revisions/${idOf(base)}`)).status).toBe(200)
})

test('leaves a few revisions whole until they are a week old', async () => {
  const { dataDir } = await writtenLine(4)
  expect(await packLater(dataDir, 2 * hour)).toBe(0)
  expect(await packLater(dataDir, 8 * 24 * hour)).toBe(3)
})

test('hands out nothing of a pack that is damaged', async () => {
  const { dataDir, lin, articleId, line } = await writtenLine(20)
  await packLater(dataDir, 2 * hour)
  await withDatabase(dataDir, (store) =>
    store.write((tx) =>
      tx
        .updateTable('packs')
        .set({ body: Buffer.from('not a pack') })
        .execute(),
    ),
  )
  const [first] = line
  const { status, body } = await lin.ask('GET', `/desk/v1/articles/${articleId}/revisions/${first ? idOf(first) : ''}`)
  expect([status, body['code']]).toEqual([422, 'revision_mismatch'])
})
