import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { expect, it } from 'vitest'
import { z } from 'zod'

import { paragraph, picture } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { noFilters } from '#shared/contract/search.ts'
import { silentLogger } from '#shared/log.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase, openDerived } from '#core/db/open.ts'
import { indexMigrations } from '#core/search/index/migrations.ts'
import { put, type, write } from '#core/testing/articles.ts'
import { binAll, emptyBin } from '#core/testing/bin.ts'
import { cast, settle } from '#core/testing/cast.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { png } from '#core/testing/pictures.ts'

const Name = z.object({ name: z.string() })

/** Tables of which some row mentions one of `ids`, in whatever column. */
function mentions(db: Database, ids: readonly string[]): string[] {
  const tables = db.all(
    Name,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  const rows = (table: string) => JSON.stringify(db.all(z.unknown(), `SELECT * FROM "${table}"`))
  return tables
    .map(({ name }) => name)
    .filter((table) => ids.some((id) => rows(table).includes(id)))
    .toSorted()
}

const withLibrary = <T>({ dataDir }: Desktop, read: (library: Database) => T): T => {
  const library = openDatabase(join(dataDir, 'library.db'), silentLogger)
  const found = read(library)
  library.close()
  return found
}

/** What an article is named by: its own id, and those of its revisions. */
const namesOf = (desktop: Desktop, articleId: ArticleId): string[] =>
  withLibrary(desktop, (library) => {
    const revisions = library.all(z.object({ id: z.string() }), 'SELECT id FROM revisions WHERE article_id = ?', [
      articleId,
    ])
    return [articleId, ...revisions.map(({ id }) => id)]
  })

/** Tables of the library and of the search index, of a desktop that is closed. */
function inFiles(desktop: Desktop, ids: readonly string[]): { library: string[]; index: string[] } {
  const index = openDerived(join(desktop.dataDir, 'search.db'), silentLogger, indexMigrations)
  const found = mentions(index, ids)
  index.close()
  return { library: withLibrary(desktop, (library) => mentions(library, ids)), index: found }
}

const search = ({ call }: Desktop, text: string) =>
  call.search.find({ asker: randomUUID(), question: 1, text, filters: noFilters, offset: 0, limit: 20 })

/** An article of which every table has something. */
async function livedIn(author: Desktop, sendBack: (articleId: ArticleId) => void): Promise<ArticleId> {
  const { call } = author
  const { media } = await call.media.add({ bytes: png(4, 4) })
  const articleId = await write(
    call,
    '有图的一篇。',
    put(picture({ media, width: 4, height: 4 }, { alt: '河', credit: '林夏', rights: '本报', source: '本报' })),
  )
  await call.review.submit({ articleId })
  await settle(author)
  sendBack(articleId)
  await settle(author)
  await type(call, articleId, '退回后又写的一段。')
  const text = paragraph('撤销时拿走的一段。')
  const redo = { op: 'put', after: null, block: text } as const
  const step = {
    id: randomUUID(),
    changes: [{ undo: { op: 'remove', id: text.$.id } as const, redo, next: null }],
    before: null,
    after: null,
  }
  await call.articles.journal({ articleId, step: randomUUID(), ops: [redo], undo: [{ event: 'done', step }] })
  const { entries } = await call.history.list({ articleId })
  const seq = entries.flatMap((entry) => ('seq' in entry && entry.seq !== null ? [entry.seq] : []))[0] ?? 0
  await call.history.restore({ articleId, text: { seq }, parts: null })
  await settle(author)
  return articleId
}

it('leaves no row of the article in any table, in the library or in the index, and everything of the others', async () => {
  const { desk, author } = await cast()
  const [going, staying] = [
    await livedIn(author, (id) => desk.return(id)),
    await livedIn(author, (id) => desk.return(id)),
  ]
  await search(author, '河')
  const before = await author.restart()
  await before.core.close()
  const [goingNames, stayingNames] = [namesOf(before, going), namesOf(before, staying)]
  const everywhere = inFiles(before, goingNames)
  expect(everywhere.library).toEqual([
    'articles',
    'drafts',
    'history_points',
    'history_texts',
    'journal',
    'line',
    'media_uses',
    'outbox',
    'revision_media',
    'revisions',
    'snapshots',
    'undo_steps',
  ])
  expect(everywhere.index).toEqual(['documents'])
  const withArticles = withLibrary(before, (library) =>
    library.all(
      Name,
      `SELECT schema.name FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS field
       WHERE schema.type = 'table' AND field.name = 'article_id'`,
    ),
  )
  // A new table has to be in the sample above, so that this test can see it emptied.
  for (const { name } of withArticles) expect([...everywhere.library, 'search_marks']).toContain(name)
  const desktop = await before.restart()
  await settle(desktop)
  await binAll(desktop, going)
  await emptyBin(desktop)
  await search(desktop, '河')
  await desktop.core.close()
  expect(inFiles(desktop, goingNames)).toEqual({ library: [], index: [] })
  expect(inFiles(desktop, stayingNames)).toEqual(everywhere)
})
