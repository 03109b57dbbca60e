import type Sqlite from 'better-sqlite3'

import { GalleyError } from '#shared/rpc/errors.ts'
import { addChecksum } from './checksum.ts'

/** `sql` of migration n turns format n - 1 into n. Once released it never changes. */
export interface Migration {
  readonly version: number
  readonly sql: string
}

/** Before anything touches the file: one that a newer Galley wrote is left as it is. Throws `database_newer`. */
export function refuseNewer(sqlite: Sqlite.Database, migrations: readonly Migration[]): void {
  const found = versionOf(sqlite)
  const known = migrations.length
  if (found > known) throw new GalleyError('database_newer', { found, known })
}

/** The file is a library already, and of an older format. */
export function isOlder(sqlite: Sqlite.Database, migrations: readonly Migration[]): boolean {
  const found = versionOf(sqlite)
  return found > 0 && found < migrations.length
}

/** Runs what is missing, each in one transaction with its version: a crash leaves the one format or the other. */
export function migrate(sqlite: Sqlite.Database, migrations: readonly Migration[]): void {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new TypeError(`migration ${version} stands at place ${index + 1}`)
  })
  addChecksum(sqlite)
  for (const { version, sql } of migrations.slice(versionOf(sqlite))) {
    sqlite
      .transaction(() => {
        sqlite.exec(sql)
        sqlite.pragma(`user_version = ${version}`)
      })
      .immediate()
  }
}

const versionOf = (sqlite: Sqlite.Database): number => Number(sqlite.pragma('user_version', { simple: true }))
