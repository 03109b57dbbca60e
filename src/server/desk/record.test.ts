import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import type { OpenNewsroom } from '../testing/newsroom.ts'
import { openNewsroom, sharedNewsroom, signOff, submitted, temporaryFolder, withDatabase } from '../testing/newsroom.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import { RecordEntry } from '#shared/protocol/record.ts'

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

/** A newsroom of the test's own, because its record will not be whole again. */
async function newsroomToTamperWith() {
  const room = await openNewsroom(temporaryFolder(onTestFinished))
  onTestFinished(() => room.server.close())
  const lin = await room.desktop('lin')
  for (let round = 0; round < 4; round += 1) await submitted(lin)
  return room
}

test('a changed field, a swapped person and a missing entry break the chain where they are', async () => {
  const room = await newsroomToTamperWith()
  const verifyRecord = () => room.server.newsroom.verifyRecord()
  expect(await verifyRecord()).toMatchObject({ entries: 8, brokenAt: null })
  await tamper(room, `update record set data = '{"parents":["x"]}' where seq = 7`)
  expect((await verifyRecord()).brokenAt).toBe(7)
  await tamper(room, `update record set personId = '${at.song.person.id}' where seq = 6`)
  expect((await verifyRecord()).brokenAt).toBe(6)
  await tamper(room, 'delete from record where seq = 4')
  expect((await verifyRecord()).brokenAt).toBe(5)
})

test('entries cut off at the end show in the last hash, for whoever kept it', async () => {
  const room = await newsroomToTamperWith()
  const { head } = await room.server.newsroom.verifyRecord()
  await tamper(room, 'delete from record where seq = 8')
  const cut = await room.server.newsroom.verifyRecord()
  expect(cut.brokenAt).toBeNull()
  expect(cut.head).not.toBe(head)
})
