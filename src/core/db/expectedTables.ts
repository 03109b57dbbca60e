import Sqlite from 'better-sqlite3'

import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** The tables that a library of this version has: those of an empty one. */
export function expectedTables(): string[] {
  const sqlite = new Sqlite(':memory:')
  try {
    migrate(sqlite, migrations)
    const found = sqlite
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    return (found as { name: string }[]).map(({ name }) => name)
  } finally {
    sqlite.close()
  }
}
