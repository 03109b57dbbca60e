import type { Database } from './database.ts'
import type { WritableDb } from './handles.ts'

/**
 * Runs `work` whole or not at all: it commits when `work` returns and rolls back when it throws. Nothing in it may wait,
 * because the connection is shared and a waiting transaction would take in the statements of others; so async work
 * does not compile, and is rolled back where types were bypassed. Tell the world (events, memory) afterwards.
 */
export function transaction<T>(
  db: Database,
  work: (tx: WritableDb) => T,
  ..._refused: [T] extends [never] ? [] : T extends PromiseLike<unknown> ? ['a transaction must not wait'] : []
): T {
  return db.transact((tx) => {
    const result = work(tx)
    if (isThenable(result)) throw new TypeError('a transaction must not wait')
    return result
  })
}

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
