import Sqlite from 'better-sqlite3'

import { rowsInReach } from './rowsInReach.ts'

export type Row = Readonly<Record<string, unknown>>

export interface SalvagedTable {
  table: string
  /** Rows that were read and taken over. */
  rows: number
  /** Some of the table could not be read. */
  damaged: boolean
}

/** Whether a row that was read is what it claims to be, and newer than what `into` has. Damaged bytes can look like text. */
export type Accept = (table: string, row: Row) => boolean

/**
 * Takes every row that can still be read out of the damaged database `from` over into `into`, which has its format. Rows
 * of the same key are replaced. Tables are read one row at a time, around what is damaged. Nothing is written to `from`.
 */
export function salvage(from: string, into: string, accept: Accept): SalvagedTable[] {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  const target = new Sqlite(into)
  try {
    target.pragma('foreign_keys = OFF')
    return tablesOf(target).map((table) => salvageTable(source, target, table, accept))
  } finally {
    target.close()
    source.close()
  }
}

/** Everything that a table of the damaged database `from` still tells, for who decides row by row. */
export function readDamaged(from: string, table: string, each: (row: Row) => void): boolean {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  try {
    return rowsInReach(source, table, columnsOf(source, table), each)
  } finally {
    source.close()
  }
}

/** Format of a damaged database, or null when even that is gone. */
export function formatOfDamaged(from: string): number | null {
  try {
    const source = new Sqlite(from, { readonly: true, fileMustExist: true })
    try {
      source.prepare('SELECT count(*) FROM sqlite_schema').get()
      return Number(source.pragma('user_version', { simple: true }))
    } finally {
      source.close()
    }
  } catch {
    return null
  }
}

function salvageTable(source: Sqlite.Database, target: Sqlite.Database, table: string, accept: Accept): SalvagedTable {
  try {
    const own = new Set(columnsOf(target, table))
    const columns = columnsOf(source, table).filter((column) => own.has(column))
    if (columns.length === 0) return { table, rows: 0, damaged: true }
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = target.prepare(
      `INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    let rows = 0
    let refused = false
    const complete = target.transaction(() =>
      rowsInReach(source, table, columns, (row) => {
        if (!accept(table, row)) return
        try {
          insert.run(columns.map((column) => row[column]))
          rows += 1
        } catch {
          // It breaks a rule of its table: what was read is not what was written.
          refused = true
        }
      }),
    )()
    return { table, rows, damaged: !complete || refused }
  } catch {
    return { table, rows: 0, damaged: true }
  }
}

/** Without virtual tables and what belongs to them: an index over words is made anew. */
function tablesOf(sqlite: Sqlite.Database): string[] {
  const found = sqlite
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
  return (found as { name: string }[]).map(({ name }) => name)
}

function columnsOf(sqlite: Sqlite.Database, table: string): string[] {
  const found = sqlite.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').all(table)
  return (found as { name: string }[]).map(({ name }) => name)
}
