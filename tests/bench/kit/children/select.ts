import Sqlite from 'better-sqlite3'

/** The least that a program with a library does: open the file and read rows. `node select.ts <file>` */
const [, , file = ''] = process.argv
const db = new Sqlite(file, { readonly: true })
process.send?.(db.prepare('SELECT * FROM articles ORDER BY updated_at DESC LIMIT 50').all().length)
process.once('disconnect', () => process.exit())
