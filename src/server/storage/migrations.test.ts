import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'

import { loadArticle } from '../desk/articles.ts'
import { changesSince } from '../desk/changes.ts'
import { temporaryFolder } from '../testing/newsroom.ts'
import { migrations } from './migrations.ts'
import { openStore } from './open.ts'
import { newArticleId, newPersonId, RevisionId } from '#shared/domain/ids.ts'

const id = (letter: string): RevisionId => RevisionId.parse(letter.repeat(64))
const at = '2026-03-05T08:00:00.000Z'

test('articles from before there were working lines get one, and their writers are told of it', async () => {
  const file = join(temporaryFolder(onTestFinished), 'desk.sqlite')
  const author = newPersonId()
  const articleId = newArticleId()
  const old = new Database(file)
  old.exec(migrations[0] ?? '')
  old.pragma('user_version = 1')
  old.prepare(`insert into people values (?, 'lin', 'lin', '["reporter"]', '')`).run(author)
  const status = JSON.stringify({ state: 'returned', revisionId: id('a') })
  old.prepare(`insert into articles values (?, ?, '', '', null, 'original', ?, ?)`).run(articleId, author, status, at)
  const store = (revision: RevisionId, parents: RevisionId[]) =>
    old
      .prepare(`insert into revisions values (?, ?, ?, ?, '{}', ?)`)
      .run(revision, articleId, author, JSON.stringify(parents), at)
  store(id('a'), [])
  store(id('c'), [id('a')])
  store(id('b'), [id('a')])
  old
    .prepare(`insert into record values (1, ?, 'submitted', ?, ?, '', ?, '{}', '', 'x')`)
    .run(articleId, at, author, id('a'))
  old.close()

  const migrated = openStore(file)
  onTestFinished(() => migrated.close())
  await migrated.read(async (read) => {
    expect(await loadArticle(read, articleId)).toMatchObject({ heads: [id('b'), id('c')], coWriters: [], writers: [] })
    const rows = await read.selectFrom('revisions').select(['id', 'seq', 'submittedAt']).orderBy('seq').execute()
    expect(rows).toEqual([
      { id: id('a'), seq: 1, submittedAt: at },
      { id: id('c'), seq: 2, submittedAt: null },
      { id: id('b'), seq: 3, submittedAt: null },
    ])
    const told = async (person: typeof author) => (await changesSince(read, 0, person)).changes
    expect(await told(author)).toMatchObject([{ article: { articleId } }])
    expect(await told(newPersonId())).toEqual([])
  })
})
