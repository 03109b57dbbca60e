import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Transaction } from 'kysely'
import { Kysely, sql, SqliteDialect } from 'kysely'

import type { Tables } from './schema.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { migrations } from './migrations.ts'

/** Enough to read with. Functions that change something ask for a `Writable`, which only `Store.write` hands out. */
export type Readable = Kysely<Tables>
export type Writable = Transaction<Tables>

export interface Store {
  /** Everything that `look` reads is of one moment, and committed. */
  read<T>(look: (read: Readable) => Promise<T>): Promise<T>
  /** One transaction: all of it or nothing. Calls queue up, so two of them never overlap. */
  write<T>(change: (tx: Writable) => Promise<T>): Promise<T>
  /** Called after each commit, never before. */
  onCommit(listener: () => void): () => void
  close(): Promise<void>
}

/** Opens the database at `file`, and makes it when there is none. Throws `database_newer` and leaves the file alone. */
export function openStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true })
  const writing = open(file)
  migrate(writing)
  // Readers have a connection of their own: on the writer's they would see what is not committed yet.
  const reading = open(file, true)
  const writer = kyselyOver(writing, 'begin immediate')
  const reader = kyselyOver(reading, 'begin')
  const listeners = new Set<() => void>()
  return {
    read: (look) => reader.transaction().execute(look),
    async write(change) {
      const result = await writer.transaction().execute(change)
      for (const listener of listeners) listener()
      return result
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      await Promise.all([reader.destroy(), writer.destroy()])
      reading.close()
      writing.pragma('optimize')
      writing.close()
    },
  }
}

/** Does `act` inside `tx`; when it throws, undoes what it did and nothing else, and throws on. */
export async function undoable<T>(tx: Writable, act: () => Promise<T>): Promise<T> {
  await sql`savepoint act`.execute(tx)
  try {
    const result = await act()
    await sql`release savepoint act`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint act`.execute(tx)
    await sql`release savepoint act`.execute(tx)
    throw error
  }
}

function open(file: string, readonly = false): Database.Database {
  const database = new Database(file, { readonly, timeout: 5000 })
  refuseNewer(database)
  if (!readonly) database.pragma('journal_mode = WAL')
  // better-sqlite3 is compiled to fall back to NORMAL in WAL mode, which may lose the last commits when power fails.
  for (const pragma of ['synchronous = FULL', 'fullfsync = ON', 'checkpoint_fullfsync = ON']) database.pragma(pragma)
  for (const pragma of ['foreign_keys = ON', 'trusted_schema = OFF', 'cell_size_check = ON']) database.pragma(pragma)
  if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite did not accept synchronous=FULL')
  return database
}

/** Before anything is set: even the journal mode is written into the file. */
function refuseNewer(database: Database.Database): void {
  const found = versionOf(database)
  const known = migrations.length
  if (found <= known) return
  database.close()
  throw new GalleyError('database_newer', { found, known })
}

/** Both halves of a migration, the tables and the version that says they are there, commit together. */
function migrate(database: Database.Database): void {
  database
    .transaction(() => {
      for (const step of migrations.slice(versionOf(database))) database.exec(step)
      database.pragma(`user_version = ${migrations.length}`)
    })
    .immediate()
}

const versionOf = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }))

/**
 * A transaction that begins by reading and wants to write later can meet another process's write in between and fail,
 * so writers take the lock when they begin. The connection is closed by the store: Kysely closes only what it has used.
 */
const kyselyOver = (database: Database.Database, begin: 'begin' | 'begin immediate'): Kysely<Tables> =>
  new Kysely({
    dialect: new SqliteDialect({
      database: { prepare: (text) => database.prepare(text === 'begin' ? begin : text), close: () => undefined },
    }),
  })
