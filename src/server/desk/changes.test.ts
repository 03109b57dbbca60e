import { expect, test } from 'vitest'

import { newRevision, newsroom, signOff, submitted, sharedNewsroom } from '../testing/newsroom.ts'

const at = sharedNewsroom()

interface Page {
  seq: number
  changes: { what: string; seq: number; article?: { articleId: string; status: { state: string } } }[]
}
const changes = async (since: number, wait = 0): Promise<Page> =>
  (await at.chen.ask('GET', `/desk/v1/changes?since=${since}&wait=${wait}`)).body as unknown as Page
const now = async (): Promise<number> => (await changes(0)).seq

test('tells each article once, whole and as it is now', async () => {
  const since = await now()
  const standing = await submitted(at.lin)
  await signOff(standing, [at.chen, at.zhou, at.song])
  const { seq, changes: told } = await changes(since)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ what: 'article', seq, article: { seq, status: { state: 'signedOff' } } })
})

test('answers at once when there is something, and with the same place in the feed when there is nothing', async () => {
  const since = await now()
  expect(await changes(since)).toEqual({ seq: since, changes: [] })
})

test('lets a long poll wait until something was committed', async () => {
  const since = await now()
  const waiting = changes(since, 30)
  const standing = await submitted(at.lin)
  expect((await waiting).changes[0]).toMatchObject({ article: { articleId: standing.articleId } })
})

test('does not tell others of revisions that nobody submitted', async () => {
  const since = await now()
  await at.lin.putRevision(newRevision())
  expect((await changes(since)).changes).toEqual([])
})

test('tells of the newsroom’s settings and people, and only when they changed', async () => {
  const since = await now()
  await at.server.newsroom.setNewsroom(newsroom)
  expect((await changes(since)).changes).toEqual([])
  await at.server.newsroom.setNewsroom({ ...newsroom, staffByline: '河湾讯' })
  expect((await changes(since)).changes).toEqual([{ what: 'newsroom', seq: since + 1 }])
})

test('tells everything again to a desktop that is ahead of a restored backup', async () => {
  expect(await changes(1_000_000)).toEqual(await changes(0))
})

test('lets go of a desktop that hung up', async () => {
  const since = await now()
  const hangUp = new AbortController()
  const path = `${at.server.url}/desk/v1/changes?since=${since}&wait=30`
  const waiting = fetch(path, { headers: { authorization: `Bearer ${at.chen.token}` }, signal: hangUp.signal })
  hangUp.abort()
  await expect(waiting).rejects.toThrow()
  expect(await changes(since)).toEqual({ seq: since, changes: [] })
})

test('refuses questions that are no numbers', async () => {
  expect((await at.chen.ask('GET', '/desk/v1/changes?since=-1')).status).toBe(400)
  expect((await at.chen.ask('GET', '/desk/v1/changes?since=x')).status).toBe(400)
  expect((await at.chen.ask('GET', '/desk/v1/changes?since=0&wait=31')).status).toBe(400)
})
