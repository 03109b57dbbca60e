import type { z } from 'zod'

export type Value = string | number | null | Uint8Array
/** By place for `?`, by name for `@name`. */
export type Params = readonly Value[] | Readonly<Record<string, Value>>

/** Reads. Every row is validated: a file on disk is a boundary. */
export interface ReadableDb {
  get<S extends z.ZodType>(row: S, sql: string, params?: Params): z.output<S> | undefined
  all<S extends z.ZodType>(row: S, sql: string, params?: Params): z.output<S>[]
}

declare const writable: unique symbol

/** Reads and writes. Only `transaction` hands one out, so that writing outside of a transaction does not compile. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true
  run(sql: string, params?: Params): RunResult
}

export interface RunResult {
  /** Rows that were inserted, updated or deleted. */
  changes: number
  /** Rowid of the last insert. */
  lastId: number
}
