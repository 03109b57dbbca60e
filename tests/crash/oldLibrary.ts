import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { listFieldsOf } from '#core/articles/excerpt.ts'
import { insertArticle } from '#core/articles/repository.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { newsroom, person } from '#core/testing/newsroom.ts'
import { writeSetting } from '#core/settings/repository.ts'
import { emptyContent } from '#shared/document/content.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { newArticleId, newDeviceId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import type { Random } from '../kit/random.ts'
import type { Book } from './book.ts'
import { Typing } from './typing.ts'

const articles = 12

/** A library as the first release wrote it, with articles that the book knows: core dies while it is brought up to date. */
export function makeOldLibrary(dataDir: string, book: Book, random: Random): void {
  mkdirSync(dataDir)
  const me = person('reporter', 'reporter')
  const db = openDatabase(join(dataDir, 'library.db'), silentLogger, migrations.slice(0, 1))
  const at = '2026-03-02T06:00:00.000Z'
  transaction(db, (tx) => {
    writeSetting(tx, 'enrolment', { person: me, deviceId: newDeviceId(), serverUrl: 'http://127.0.0.1:9' })
    writeSetting(tx, 'newsroom', { newsroom, people: [me], siteUrl: 'http://news.test/' })
    writeSetting(tx, 'paused', true)
    for (let n = 0; n < articles; n += 1) {
      const articleId = newArticleId()
      const typing = new Typing(random, `旧${n}.`)
      const steps = Array.from({ length: random(40) }, () => typing.step())
      const base = { ...emptyContent, fields: { ...emptyContent.fields, kind: 'original' as const } }
      const content = steps.reduce(applyJournal, base)
      const snapshot = JSON.stringify(base)
      const sizes = [JSON.stringify(steps).length, snapshot.length]
      insertArticle(tx, { articleId, authorId: me.id, list: listFieldsOf(content), at })
      tx.run('INSERT INTO drafts VALUES (?, ?, ?, ?, ?, NULL, NULL, 0)', [articleId, steps.length, at, ...sizes])
      tx.run('INSERT INTO snapshots VALUES (?, 0, ?)', [articleId, snapshot])
      for (const [index, ops] of steps.entries()) {
        const row = [articleId, index + 1, randomUUID(), JSON.stringify(ops), at]
        tx.run('INSERT INTO journal VALUES (?, ?, ?, ?, ?)', row)
      }
      book.add(articleId, { content, version: steps.length }, n % 3)
    }
  })
  db.close()
}
