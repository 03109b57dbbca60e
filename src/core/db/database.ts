import { dirname } from 'node:path'

import Sqlite from 'better-sqlite3'
import type { z } from 'zod'

import type { Logger } from '#shared/log.ts'
import type { ErrorDetails } from '#shared/rpc/errors.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import { closeUntouched } from './closeUntouched.ts'
import { diskError, withDiskErrors } from './errors.ts'
import type { Params, ReadableDb, RunResult, Words, WritableDb } from './handles.ts'

/** A query that takes longer than this is told to the log: it would hold up a keystroke. Milliseconds. */
const slowQuery = 40

/** One SQLite file and its one connection. Everything is synchronous: nothing can happen between two statements. */
export class Database implements ReadableDb {
  readonly #sqlite: Sqlite.Database
  readonly #folder: string
  readonly #log: Logger
  readonly #statements = new Map<string, Sqlite.Statement>()
  #keep: (words: Words) => void = () => {}
  #said: Words[] = []
  #damaged: (error: unknown) => void = () => {}

  constructor(sqlite: Sqlite.Database, log: Logger) {
    this.#sqlite = sqlite
    this.#folder = dirname(sqlite.name)
    this.#log = log
  }

  get<S extends z.ZodType>(row: S, sql: string, params: Params = []): z.output<S> | undefined {
    const found = this.#timed(sql, (statement) => statement.get(params))
    return found === undefined ? undefined : readRow(row, found, sql)
  }

  all<S extends z.ZodType>(row: S, sql: string, params: Params = []): z.output<S>[] {
    return this.#timed(sql, (statement) => statement.all(params)).map((found) => readRow(row, found, sql))
  }

  damaged(details: ErrorDetails): GalleyError {
    const error = new GalleyError('database_damaged', details)
    this.#damaged(error)
    return error
  }

  /** Use `transaction` from transaction.ts, which refuses async work. */
  transact<T>(work: (tx: WritableDb) => T): T {
    if (this.#sqlite.inTransaction) throw new TypeError('transactions do not nest: pass the handle on')
    this.#said = []
    const result = withDiskErrors(this.#folder, () => this.#sqlite.transaction(() => work(this.#writable)).immediate())
    for (const words of this.#said) this.#keep(words)
    return result
  }

  /** Told of every word that was committed. */
  keepWords(keep: (words: Words) => void): void {
    this.#keep = keep
  }

  /** Told when something in the file cannot be, or is not what was written. */
  onDamage(tell: (error: unknown) => void): void {
    this.#damaged = tell
  }

  /** Runs reads that have to see one state of the file, while others write to it. */
  consistently<T>(read: () => T): T {
    return withDiskErrors(this.#folder, () => this.#sqlite.transaction(read).deferred())
  }

  /** For what is no statement: limits and modes of this connection. */
  pragma(source: string): void {
    this.#sqlite.pragma(source)
  }

  /** Leaves statistics behind for the next start, as SQLite asks for before closing: https://sqlite.org/lang_analyze.html */
  close(): void {
    if (!this.#sqlite.open) return
    try {
      if (!this.#sqlite.readonly) this.#sqlite.pragma('optimize')
    } catch (error) {
      this.#log.warn('database not optimized', { error: String(error) })
    }
    this.#sqlite.close()
  }

  /** A file that is damaged is left as it is, with its write-ahead log. */
  closeUntouched(): void {
    closeUntouched(this.#sqlite)
  }

  readonly #writable = Object.freeze({
    get: this.get.bind(this),
    all: this.all.bind(this),
    damaged: this.damaged.bind(this),
    run: (sql: string, params: Params = []): RunResult => {
      const { changes, lastInsertRowid } = this.#timed(sql, (statement) => statement.run(params))
      return { changes, lastId: Number(lastInsertRowid) }
    },
    words: (words: Words): void => void this.#said.push(words),
  }) as unknown as WritableDb // The brand exists in types only.

  #timed<T>(sql: string, execute: (statement: Sqlite.Statement) => T): T {
    const start = performance.now()
    try {
      return execute(this.#statement(sql))
    } catch (error) {
      const meaning = diskError(error, this.#folder)
      if (isGalleyError(meaning, 'database_damaged')) this.#damaged(error)
      throw meaning
    } finally {
      const ms = Math.round(performance.now() - start)
      if (ms > slowQuery) this.#log.warn('slow query', { sql, ms })
    }
  }

  #statement(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#sqlite.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function readRow<S extends z.ZodType>(schema: S, row: unknown, sql: string): z.output<S> {
  const result = schema.safeParse(row)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new GalleyError('database_damaged', { sql, path: issue?.path.join('.') ?? '', reason: issue?.message })
}
