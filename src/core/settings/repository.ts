import { z } from 'zod'

import { Preferences } from '#shared/contract/settings.ts'
import { Enrolment, Newsroom, Person } from '#shared/domain/newsroom.ts'
import { Instant } from '#shared/domain/time.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'

/** What the desk last said of itself. */
export const NewsroomCache = z.object({ newsroom: Newsroom, people: z.array(Person), siteUrl: z.url() })
export type NewsroomCache = z.infer<typeof NewsroomCache>

/** Everything that is kept as one value under one name. */
const stored = {
  preferences: Preferences,
  enrolment: Enrolment,
  newsroom: NewsroomCache,
  /** Sequence number of the last change of the desk that is in this library. */
  changesSince: z.int().min(0),
  /** A person chose to work offline. */
  paused: z.boolean(),
  lastContact: Instant,
} as const

type Stored = typeof stored

/** Made once: a schema compiles at its first use, which would cost each keystroke more than all of its queries. */
const rows = Object.fromEntries(
  Object.entries(stored).map(([name, value]) => [name, z.object({ value: json(value) })]),
) as Record<keyof Stored, z.ZodType<{ value: unknown }>>

export function readSetting<N extends keyof Stored>(db: ReadableDb, name: N): z.output<Stored[N]> | undefined {
  const row = db.get(rows[name], 'SELECT value FROM settings WHERE name = ?', [name])
  return row?.value as z.output<Stored[N]> | undefined
}

export function writeSetting<N extends keyof Stored>(tx: WritableDb, name: N, value: z.output<Stored[N]>): void {
  tx.run('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    JSON.stringify(value),
  ])
}
