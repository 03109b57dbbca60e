import { sql } from 'kysely'
import { expect, test } from 'vitest'

import type { OpenNewsroom } from '../testing/newsroom.ts'
import { signOff, submitted, sharedNewsroom, withDatabase } from '../testing/newsroom.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import { RecordEntry } from '#shared/protocol/routes.ts'

const at = sharedNewsroom()

/** What someone with the file and an SQL shell could do. */
const tamper = ({ dataDir }: OpenNewsroom, statement: string) =>
  withDatabase(dataDir, (store) =>
    store.write(async (tx) => {
      await sql`drop trigger if exists recordIsNeverChanged`.execute(tx)
      await sql`drop trigger if exists recordIsNeverCut`.execute(tx)
      await sql.raw(statement).execute(tx)
    }),
  )

test('the record of an article says who did what to which revision, each entry hashed over all its fields', async () => {
  const standing = await submitted(at.lin)
  await signOff(standing, [at.chen])
  const { body } = await at.zhou.ask('GET', `/desk/v1/articles/${standing.articleId}/record`)
  const entries = RecordEntry.array().parse(body['entries'])
  expect(entries.map(({ event, personId }) => [event, personId])).toEqual([
    ['revisionStored', at.lin.person.id],
    ['submitted', at.lin.person.id],
    ['verdictGiven', at.chen.person.id],
  ])
  for (const { hash, ...rest } of entries) expect(canonicalHash(rest)).toBe(hash)
})

test('the database itself refuses to change or cut the record', async () => {
  await submitted(at.lin)
  const attempt = (statement: string) =>
    withDatabase(at.dataDir, (store) => store.write((tx) => sql.raw(statement).execute(tx)))
  await expect(attempt(`update record set event = 'submitted'`)).rejects.toThrow('append-only')
  await expect(attempt('delete from record')).rejects.toThrow('append-only')
})

test('a changed field, a swapped person and a missing entry break the chain where they are', async () => {
  for (let round = 0; round < 4; round += 1) await submitted(at.lin)
  const whole = await at.server.newsroom.verifyRecord()
  expect(whole.brokenAt).toBeNull()
  const { entries } = whole

  await tamper(at, `update record set data = '{"parents":["x"]}' where seq = ${entries - 1}`)
  expect((await at.server.newsroom.verifyRecord()).brokenAt).toBe(entries - 1)
  await tamper(at, `update record set personId = '${at.song.person.id}' where seq = ${entries - 2}`)
  expect((await at.server.newsroom.verifyRecord()).brokenAt).toBe(entries - 2)
  await tamper(at, `delete from record where seq = ${entries - 4}`)
  expect((await at.server.newsroom.verifyRecord()).brokenAt).toBe(entries - 3)
})

test('entries cut off at the end show in the last hash, for whoever kept it', async () => {
  await submitted(at.lin)
  const { head } = await at.server.newsroom.verifyRecord()
  await tamper(at, 'delete from record where seq = (select max(seq) from record)')
  expect((await at.server.newsroom.verifyRecord()).head).not.toBe(head)
})
