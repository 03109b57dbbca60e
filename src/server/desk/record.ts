import { z } from 'zod'

import type { Caller } from '../accounts/tokens.ts'
import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { Role } from '#shared/domain/roles.ts'
import type { VerdictStatement } from '#shared/domain/verdict.ts'
import { RecordEntry } from '#shared/protocol/record.ts'

/** What stands before the first entry. */
export const recordStart = '0'.repeat(64)

export type NewEntry = Pick<RecordEntry, 'articleId' | 'event' | 'at' | 'revisionId' | 'data'>

/**
 * Adds one entry to the newsroom's record, in the transaction of what it tells about. Each entry's hash covers the hash
 * before it, so that nothing can be changed, dropped or put in between without every later hash becoming wrong.
 */
export async function appendRecord(tx: Writable, { person, deviceId }: Caller, entry: NewEntry): Promise<void> {
  const last = await tx.selectFrom('record').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const unhashed = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    personId: person.id,
    deviceId,
    previousHash: last?.hash ?? recordStart,
  }
  await tx
    .insertInto('record')
    .values({ ...unhashed, data: JSON.stringify(entry.data), hash: canonicalHash(unhashed) })
    .execute()
}

export async function recordOf(read: Readable, articleId: ArticleId): Promise<RecordEntry[]> {
  const rows = await read.selectFrom('record').selectAll().where('articleId', '=', articleId).orderBy('seq').execute()
  return rows.map(toEntry)
}

const Verdict = z.object({ roles: z.array(Role) })

/** The roles that a reviewer had when they judged a revision; none for a verdict that was never recorded. */
export async function rolesAtVerdict(
  read: Readable,
  { articleId, revisionId, personId }: Pick<VerdictStatement, 'articleId' | 'revisionId' | 'personId'>,
): Promise<Role[]> {
  const row = await read
    .selectFrom('record')
    .select('data')
    .where('articleId', '=', articleId)
    .where('event', '=', 'verdictGiven')
    .where('revisionId', '=', revisionId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row === undefined ? [] : Verdict.parse(JSON.parse(row.data)).roles
}

export interface RecordCheck {
  /** How many entries there are. */
  entries: number
  /** Hash of the last one. Kept elsewhere, it also shows whether entries were cut off at the end. */
  head: string
  /** `seq` of the first entry that does not fit, or null. */
  brokenAt: number | null
}

/** Recomputes the whole chain. */
export async function verifyRecord(read: Readable): Promise<RecordCheck> {
  const rows = await read.selectFrom('record').selectAll().orderBy('seq').execute()
  return { ...check(rows.map(toEntry)), entries: rows.length }
}

function check(entries: readonly RecordEntry[]): Omit<RecordCheck, 'entries'> {
  let head = recordStart
  let seq = 0
  for (const entry of entries) {
    const { hash, ...unhashed } = entry
    const fits = entry.seq === seq + 1 && entry.previousHash === head && hash === canonicalHash(unhashed)
    if (!fits) return { head, brokenAt: entry.seq }
    head = hash
    seq = entry.seq
  }
  return { head, brokenAt: null }
}

function toEntry(row: Tables['record']): RecordEntry {
  const data: unknown = JSON.parse(row.data)
  return RecordEntry.parse({ ...row, data })
}
