import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'

import { silentLogger } from '#shared/log.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import type { Database } from './database.ts'
import type { WritableDb } from './handles.ts'
import { json } from './json.ts'
import { openDatabase } from './open.ts'
import { transaction } from './transaction.ts'

let file: string
let db: Database
const log = { ...silentLogger, warn: vi.fn() }

const put = (tx: WritableDb, name: string, value = '1') => tx.run('INSERT INTO settings VALUES (?, ?)', [name, value])
const names = () => db.all(z.object({ name: z.string() }), 'SELECT name FROM settings').map(({ name }) => name)

beforeEach(() => {
  file = join(temporaryFolder(), 'library.db')
  db = openDatabase(file, log)
  onTestFinished(() => db.close())
})

describe('a transaction', () => {
  it('commits whole, or leaves nothing', () => {
    transaction(db, (tx) => put(tx, 'kept'))
    const failing = () =>
      transaction(db, (tx) => {
        put(tx, 'lost')
        throw new Error('in the middle')
      })
    expect(failing).toThrow('in the middle')
    expect(names()).toEqual(['kept'])
  })

  it('refuses to wait', () => {
    // @ts-expect-error Async work does not compile; this is what happens when types were bypassed.
    const waiting = () => transaction(db, async (tx) => put(tx, 'lost'))
    expect(waiting).toThrow('must not wait')
    expect(names()).toEqual([])
  })

  it('does not nest', () => {
    expect(() => transaction(db, () => transaction(db, (tx) => put(tx, 'inner')))).toThrow('do not nest')
    expect(names()).toEqual([])
  })

  it('is the only place to write from', () => {
    // @ts-expect-error The database itself only reads.
    expect(() => put(db, 'outside')).toThrow(TypeError)
  })
})

describe('failures of the disk', () => {
  it('says that it is full, loses nothing that was committed, and goes on when there is space', () => {
    transaction(db, (tx) => put(tx, 'kept'))
    db.pragma('max_page_count = 1')
    const filling = () => transaction(db, (tx) => put(tx, 'big', 'x'.repeat(1_000_000)))
    expect(filling).toThrow(expect.objectContaining({ code: 'disk_full', retryable: true }))
    expect(names()).toEqual(['kept'])
    db.pragma('max_page_count = 1000000')
    filling()
    expect(names()).toEqual(['big', 'kept'])
  })

  it('says that another program holds the file, and goes on when it lets go', () => {
    const other = new Sqlite(file)
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    db.pragma('busy_timeout = 0')
    const putting = () => transaction(db, (tx) => put(tx, 'a'))
    expect(putting).toThrow(expect.objectContaining({ code: 'database_busy', retryable: true }))
    other.exec('ROLLBACK')
    putting()
    expect(names()).toEqual(['a'])
  })

  it('says that it cannot be written to', () => {
    db.pragma('query_only = ON')
    expect(() => transaction(db, (tx) => put(tx, 'a'))).toThrow(expect.objectContaining({ code: 'disk_read_only' }))
  })
})

describe('reading', () => {
  it('calls a row damaged that is not what was written', () => {
    transaction(db, (tx) => put(tx, 'list', '{"half":'))
    const read = () => db.get(z.object({ value: json(z.object({})) }), 'SELECT value FROM settings')
    expect(read).toThrow(expect.objectContaining({ code: 'database_damaged' }))
  })

  it('tells the log of a query that would hold up a keystroke', () => {
    const slow = `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 600000) SELECT max(n) AS n FROM c`
    db.get(z.object({ n: z.int() }), slow)
    expect(log.warn).toHaveBeenCalledWith('slow query', expect.objectContaining({ sql: slow }))
  })
})
