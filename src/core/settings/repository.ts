import { z } from 'zod'

import { Preferences } from '#shared/contract/settings.ts'
import { Enrolment, Newsroom, Person } from '#shared/domain/newsroom.ts'
import { Instant } from '#shared/domain/time.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'

/** What the desk last said of itself. */
export const NewsroomCache = z.object({ newsroom: Newsroom, people: z.array(Person), siteUrl: z.url() })
export type NewsroomCache = z.infer<typeof NewsroomCache>

/** A row of the settings table. */
const row = <S extends z.ZodType>(value: S) => z.object({ value: json(value) })

/**
 * Everything that is kept as one value under one name. The schemas are made once: each compiles at its first use, which
 * would cost a keystroke more than all of its queries.
 */
const stored = {
  preferences: row(Preferences),
  enrolment: row(Enrolment),
  newsroom: row(NewsroomCache),
  /** Sequence number of the last change of the desk that is in this library. */
  changesSince: row(z.int().min(0)),
  /** The desk went back to a backup, and its feed is being read again from the beginning. */
  deskSetBack: row(z.boolean()),
  /** A person chose to work offline. */
  paused: row(z.boolean()),
  lastContact: row(Instant),
  /** Rounds in which the search index took changes in: see core/search. */
  searchBatch: row(z.int().min(0)),
  /** Where a second copy of each backup goes, and when one last arrived there. */
  backupPlace: row(z.object({ folder: z.string(), last: Instant.nullable() }).nullable()),
  /** The report of a recovery that nobody has read yet. */
  unreadReport: row(z.string().nullable()),
} as const

type Name = keyof typeof stored
type Value<N extends Name> = z.output<(typeof stored)[N]>['value']

export function readSetting<N extends Name>(db: ReadableDb, name: N): Value<N> | undefined {
  const schema: z.ZodType<{ value: unknown }> = stored[name]
  return db.get(schema, 'SELECT value FROM settings WHERE name = ?', [name])?.value as Value<N> | undefined
}

export function writeSetting<N extends Name>(tx: WritableDb, name: N, value: Value<N>): void {
  tx.run('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    JSON.stringify(value),
  ])
}
