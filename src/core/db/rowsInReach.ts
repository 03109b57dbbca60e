import type Sqlite from 'better-sqlite3'

import type { Row } from './salvage.ts'

/** So many tries to get around damage in one table; each costs a walk down a tree. */
const mostTries = 400
/** Rowids beyond the last one that was read are looked for this far. */
const beyond = 1_000_000

/**
 * Hands over every row of a table that can still be reached, and answers whether that was all of them. A page that is
 * damaged ends a scan; so the table is read from both ends, and what lies between is halved again and again, because a
 * walk to the middle may not touch the page that stopped the scans.
 */
export function rowsInReach(
  source: Sqlite.Database,
  table: string,
  columns: readonly string[],
  each: (row: Row) => void,
): boolean {
  const names = columns.map((column) => `"${column}"`).join(', ')
  if (!hasRowid(source, table)) return scan(source, `SELECT ${names} FROM "${table}"`, [], each) === null

  let tries = 0
  let complete = true
  const between = `FROM "${table}" WHERE rowid > ? AND rowid < ? ORDER BY rowid`
  const forwards = `SELECT rowid AS "salvaged rowid", ${names} ${between}`
  const pass = (row: Row) => each(row)

  /** Between two rowids, neither of them included. */
  function read(low: number, high: number): void {
    tries += 1
    if (tries > mostTries || high - low <= 1) {
      complete &&= high - low <= 1
      return
    }
    let first = low
    const stopped = scan(source, forwards, [low, high], (row) => {
      first = Number(row['salvaged rowid'])
      pass(row)
    })
    if (stopped === null) return
    complete = false
    let last = high
    const stoppedToo = scan(source, `${forwards} DESC`, [first, high], (row) => {
      last = Number(row['salvaged rowid'])
      pass(row)
    })
    if (stoppedToo === null) return
    const end = Math.min(last, first + beyond)
    const middle = Math.floor((first + end) / 2)
    if (middle <= first || middle >= end) return
    read(first, middle + 1)
    read(middle, end)
  }
  read(-1, Number.MAX_SAFE_INTEGER)
  return complete
}

/** Null at the end of the rows; otherwise the error that stopped it. */
function scan(source: Sqlite.Database, sql: string, params: readonly number[], each: (row: Row) => void): unknown {
  try {
    for (const row of source.prepare(sql).iterate(...params)) each(row as Row)
    return null
  } catch (error) {
    return error ?? new Error('stopped')
  }
}

function hasRowid(source: Sqlite.Database, table: string): boolean {
  const found = source.prepare(`SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`).get(table)
  return (found as { wr: number } | undefined)?.wr === 0
}
