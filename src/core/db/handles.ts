import type { z } from 'zod'

import type { ArticleId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ErrorDetails, GalleyError } from '#shared/rpc/errors.ts'

export type Value = string | number | null | Uint8Array
/** By place for `?`, by name for `@name`. */
export type Params = readonly Value[] | Readonly<Record<string, Value>>

/** Reads. Every row is validated: a file on disk is a boundary. */
export interface ReadableDb {
  get<S extends z.ZodType>(row: S, sql: string, params?: Params): z.output<S> | undefined
  all<S extends z.ZodType>(row: S, sql: string, params?: Params): z.output<S>[]
  /** The error for a row that is not what was written. Whoever repairs libraries is told. */
  damaged(details: ErrorDetails): GalleyError
}

declare const writable: unique symbol

/** Reads and writes. Only `transaction` hands one out, so that writing outside of a transaction does not compile. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true
  run(sql: string, params?: Params): RunResult
  /** Words that this transaction saves. They are told to `Database.keepWords` after the commit, in order. */
  words(words: Words): void
}

/** What somebody wrote, as it is kept a second time beside the library. `ops` and `content` are JSON. */
export type Words =
  | { kind: 'step'; articleId: ArticleId; version: number; step: string; at: Instant; ops: string }
  /** The whole text: of a new draft, or in the place of the one before. */
  | { kind: 'text'; articleId: ArticleId; version: number; at: Instant; content: string }

export interface RunResult {
  /** Rows that were inserted, updated or deleted. */
  changes: number
  /** Rowid of the last insert. */
  lastId: number
}
