import { z } from 'zod'

import type { Logger } from '#shared/log.ts'
import type { Database } from './database.ts'
import type { ReadableDb } from './handles.ts'
import { transaction } from './transaction.ts'

const Orphans = z.object({ table: z.string(), parent: z.string(), fkid: z.int(), rows: z.int() })
const Reference = z.object({ from: z.string(), to: z.string().nullable() })

/** Rows that refer to what could not be restored. Some refer to each other, so it goes on until none is left. */
export function dropOrphans(db: Database, log: Logger): void {
  for (;;) {
    const found = db.all(
      Orphans,
      'SELECT "table", parent, fkid, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2, 3',
    )
    if (found.length === 0) return
    log.warn('rows without what they belong to', { found })
    db.pragma('foreign_keys = OFF')
    try {
      transaction(db, (tx) => {
        for (const { table, parent, fkid } of found) {
          const { from, to } = referenceOf(tx, table, fkid)
          const key = to ?? keyOf(tx, parent)
          tx.run(
            `DELETE FROM "${table}" WHERE "${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${key}" FROM "${parent}")`,
          )
        }
      })
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
}

function referenceOf(db: ReadableDb, table: string, fkid: number): z.infer<typeof Reference> {
  const [reference] = db.all(Reference, 'SELECT "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ?', [
    table,
    fkid,
  ])
  if (reference === undefined) throw new Error(`no reference ${fkid} in ${table}`)
  return reference
}

/** A reference without a column is to the primary key. */
function keyOf(db: ReadableDb, table: string): string {
  const [key] = db.all(z.object({ name: z.string() }), 'SELECT name FROM pragma_table_info(?) WHERE pk = 1', [table])
  if (key === undefined) throw new Error(`${table} has no key`)
  return key.name
}
