import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { silentLogger } from '#shared/log.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import type { Migration } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open.ts'
import { assertPragmas, setPragmas } from './pragmas.ts'
import { transaction } from './transaction.ts'

const libraryFile = () => join(temporaryFolder(), 'library.db')
const Count = z.object({ n: z.int() })
const count = 'SELECT count(*) AS n FROM settings'

describe('opening a library', () => {
  it('makes an empty one, and finds it again', () => {
    const file = libraryFile()
    const first = openDatabase(file, silentLogger)
    transaction(first, (tx) => tx.run(`INSERT INTO settings VALUES ('a', '1')`))
    first.close()
    const second = openDatabase(file, silentLogger)
    expect(second.get(Count, count)).toEqual({ n: 1 })
    second.close()
  })

  it('is as durable as SQLite can be', () => {
    const sqlite = new Sqlite(libraryFile())
    expect(() => assertPragmas(sqlite)).toThrow(/journal_mode/)
    setPragmas(sqlite)
    sqlite.exec('CREATE TABLE t (a TEXT) STRICT')
    expect(() => assertPragmas(sqlite)).not.toThrow()
    sqlite.pragma('synchronous = NORMAL')
    expect(() => assertPragmas(sqlite)).toThrow(/synchronous is 1/)
    sqlite.close()
  })

  it('refuses the library of a newer version and leaves every byte of it', () => {
    const file = libraryFile()
    openDatabase(file, silentLogger).close()
    const sqlite = new Sqlite(file)
    sqlite.pragma(`user_version = ${migrations.length + 3}`)
    sqlite.close()
    const before = readFileSync(file)
    expect(() => openDatabase(file, silentLogger)).toThrow(
      expect.objectContaining({
        code: 'database_newer',
        details: { found: migrations.length + 3, known: migrations.length },
      }),
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('leaves every byte of a damaged one, and of its write-ahead log', () => {
    const file = libraryFile()
    const first = openDatabase(file, silentLogger)
    transaction(first, (tx) => tx.run(`INSERT INTO settings VALUES ('a', '1')`))
    // As a kill leaves it: both files, and nobody who has them open.
    const killed = libraryFile()
    copyFileSync(file, killed)
    copyFileSync(`${file}-wal`, `${killed}-wal`)
    first.close()
    for (const harm of [(bytes: Buffer) => bytes.fill(0x5a, 0, 100), (bytes: Buffer) => bytes.fill(0x5a, 100, 400)]) {
      const damaged = libraryFile()
      const bytes = readFileSync(killed)
      harm(bytes)
      const log = readFileSync(`${killed}-wal`)
      writeFileSync(damaged, bytes)
      // The newest version of the first page is damaged as well.
      const frame = log.indexOf('SQLite format 3')
      if (frame >= 0) log.fill(0x5a, frame, frame + 400)
      writeFileSync(`${damaged}-wal`, log)
      try {
        openDatabase(damaged, silentLogger).closeUntouched()
      } catch (error) {
        expect(error).toMatchObject({ code: 'database_damaged' })
      }
      expect(readFileSync(damaged).equals(bytes)).toBe(true)
      expect(readFileSync(`${damaged}-wal`).equals(log)).toBe(true)
    }
  })

  it('keeps the old format when a migration fails halfway', () => {
    const file = libraryFile()
    openDatabase(file, silentLogger).close()
    const broken: Migration = {
      version: migrations.length + 1,
      sql: `CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)`,
    }
    expect(() => openDatabase(file, silentLogger, [...migrations, broken])).toThrow(/nowhere/)
    const again = openDatabase(file, silentLogger)
    expect(again.get(Count, `SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`)).toEqual({ n: 0 })
    again.close()
  })

  it('has strict tables only', () => {
    const db = openDatabase(libraryFile(), silentLogger)
    const loose = `SELECT count(*) AS n FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0`
    expect(db.get(Count, loose)).toEqual({ n: 0 })
    db.close()
  })

  it('calls a file that is no library damaged, and leaves it alone', () => {
    const file = libraryFile()
    writeFileSync(file, 'a shopping list, and not a library at all. '.repeat(200))
    const before = readFileSync(file)
    expect(() => openDatabase(file, silentLogger)).toThrow(expect.objectContaining({ code: 'database_damaged' }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('calls a torn file damaged when it meets the tear', () => {
    const file = libraryFile()
    const whole = openDatabase(file, silentLogger)
    transaction(whole, (tx) => {
      for (let n = 0; n < 2000; n += 1) tx.run(`INSERT INTO settings VALUES (?, ?)`, [`name ${n}`, 'x'.repeat(200)])
    })
    whole.close()
    truncateSync(file, 64 * 1024)
    const torn = () => {
      const db = openDatabase(file, silentLogger)
      try {
        db.all(z.object({ value: z.string() }), 'SELECT value FROM settings')
      } finally {
        db.close()
      }
    }
    expect(torn).toThrow(expect.objectContaining({ code: 'database_damaged' }))
  })
})
