import { z } from 'zod'

import type { Logger } from '#shared/log.ts'
import type { Database } from './database.ts'
import { transaction } from './transaction.ts'

const Orphan = z.object({ table: z.string(), rowid: z.int().nullable() })

/** Rows that refer to what could not be restored. Some refer to each other, so it goes on until none is left. */
export function dropOrphans(db: Database, log: Logger): void {
  for (;;) {
    const orphans = db.all(Orphan, 'SELECT "table", rowid FROM pragma_foreign_key_check')
    if (orphans.length === 0) return
    log.warn('rows without what they belong to', { orphans: orphans.slice(0, 20), count: orphans.length })
    db.pragma('foreign_keys = OFF')
    try {
      transaction(db, (tx) => {
        for (const { table, rowid } of orphans) {
          // A table without row ids is one of pairs, and made anew from what it belongs to.
          if (rowid === null) tx.run(`DELETE FROM "${table}"`)
          else tx.run(`DELETE FROM "${table}" WHERE rowid = ?`, [rowid])
        }
      })
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
}
