import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { silentLogger } from '#shared/log.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { openDatabase } from './open.ts'
import { dropOrphans } from './orphans.ts'

it('removes the rows whose owner is gone, and no others', () => {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const file = join(dataDir, 'library.db')
  const [there, gone] = [newArticleId(), newArticleId()]
  const sqlite = new Sqlite(file)
  sqlite.pragma('foreign_keys = OFF')
  const article = sqlite.prepare(
    `INSERT INTO articles (id, author_id, slug, headline, excerpt, kind, status, verdicts, receipts, updated_at)
     VALUES (?, 'a', '', '', '', 'original', '{"state":"drafting"}', '[]', '[]', '2026-03-05T08:00:00.000Z')`,
  )
  article.run(there)
  const line = sqlite.prepare(`INSERT INTO line VALUES (?, ?, 1, '[]', 'w', '2026-03-05T08:00:00.000Z')`)
  line.run(there, 'r1')
  line.run(gone, 'r2')
  sqlite.prepare(`INSERT INTO snapshots (article_id, version, content) VALUES (?, 0, '{}')`).run(gone)
  sqlite.close()
  const db = openDatabase(file, silentLogger)
  dropOrphans(db, silentLogger)
  db.close()
  const after = new Sqlite(file, { readonly: true })
  expect(after.prepare('SELECT revision_id FROM line').all()).toEqual([{ revision_id: 'r1' }])
  expect(after.prepare('SELECT count(*) AS n FROM snapshots').get()).toEqual({ n: 0 })
  expect(after.pragma('foreign_key_check')).toEqual([])
  after.close()
})
