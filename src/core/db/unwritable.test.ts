import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { beforeEach, expect, it, onTestFinished } from 'vitest'

import { silentLogger } from '#shared/log.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { openUnwritable } from './unwritable.ts'
import { replayWal } from './walReplay.ts'

let folder: string
let file: string

/** As a kill leaves it: some rows in the file, later ones in a write-ahead log of two rounds. */
beforeEach(() => {
  const live = join(temporaryFolder(), 'live.db')
  const sqlite = new Sqlite(live)
  onTestFinished(() => void sqlite.close())
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('wal_autocheckpoint = 0')
  sqlite.exec('CREATE TABLE words (n INTEGER PRIMARY KEY, text TEXT)')
  const add = (from: number, to: number) => {
    for (let n = from; n < to; n += 1) sqlite.prepare('INSERT INTO words VALUES (?, ?)').run(n, `第${n}段`.repeat(n))
  }
  add(0, 60)
  sqlite.pragma('wal_checkpoint(RESTART)')
  add(60, 90)
  sqlite.exec('DELETE FROM words WHERE n < 10')
  folder = temporaryFolder()
  file = join(folder, 'library.db')
  for (const end of ['', '-wal', '-shm']) copyFileSync(live + end, file + end)
})

const count = (sqlite: Sqlite.Database) =>
  sqlite.prepare('SELECT count(*), max(n), sum(length(text)) FROM words').raw().get()
const replayed = (wal: Buffer) => {
  const whole = replayWal(readFileSync(file), wal)
  whole.fill(1, 18, 20)
  const sqlite = new Sqlite(whole)
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  return sqlite
}

/** What SQLite reads from a copy with such a log. */
function asSqlite(wal: Buffer): unknown {
  const copy = join(temporaryFolder(), 'copy.db')
  copyFileSync(file, copy)
  writeFileSync(`${copy}-wal`, wal)
  const sqlite = new Sqlite(copy)
  try {
    return count(sqlite)
  } finally {
    sqlite.close()
  }
}

it('reads what was committed last, as SQLite does, wherever the log was torn or changed', () => {
  const wal = readFileSync(`${file}-wal`)
  expect(count(replayed(wal))).toEqual(asSqlite(wal))
  for (let length = 0; length < wal.length; length += 9777) {
    const torn = wal.subarray(0, length)
    expect([length, count(replayed(torn))]).toEqual([length, asSqlite(torn)])
    const changed = Buffer.from(wal)
    changed[length] = (changed[length] ?? 0) ^ 4
    expect([length, count(replayed(changed))]).toEqual([length, asSqlite(changed)])
  }
})

it('opens a library without leaving a trace, and takes nothing in', () => {
  const before = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  rmSync(`${file}-shm`)
  before.delete('library.db-shm')
  const db = openUnwritable(file, silentLogger, [])
  expect(() => db.transact((tx) => tx.run('DELETE FROM words'))).toThrow(
    expect.objectContaining({ code: 'disk_read_only' }),
  )
  db.close()
  rmSync(`${file}-shm`, { force: true })
  expect(new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))).toEqual(before)
})

it('says that nothing is there, or that it cannot be, instead of making an empty one', () => {
  truncateSync(file, 5000)
  rmSync(`${file}-wal`)
  expect(() => openUnwritable(file, silentLogger, []).transact(() => 0)).toThrow(Error)
  rmSync(file)
  expect(() => openUnwritable(file, silentLogger, [])).toThrow(Error)
  expect(existsSync(file)).toBe(false)
})
