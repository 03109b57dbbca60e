import Sqlite from 'better-sqlite3'

/**
 * Closes a connection to a damaged file and leaves the file and its write-ahead log as they are. The last connection to
 * close would fold the log into the file, over what a specialist may still need; one that only reads cannot, and holds
 * the file open meanwhile.
 */
export function closeUntouched(sqlite: Sqlite.Database): void {
  if (!sqlite.open) return
  const witness = openWitness(sqlite.name)
  sqlite.close()
  witness?.close()
}

function openWitness(file: string): Sqlite.Database | null {
  let witness: Sqlite.Database
  try {
    witness = new Sqlite(file, { readonly: true, fileMustExist: true })
  } catch {
    return null
  }
  try {
    // It has the file open from its first read on, whether or not that finds anything.
    witness.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch {
    // The file is damaged: that is why it is here.
  }
  return witness
}
