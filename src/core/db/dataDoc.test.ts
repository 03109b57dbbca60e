import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { type, write } from '#core/testing/articles.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'

const document = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8')
const recipes = [...document.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql)

it('gets every word out of a library with what docs/data.md says', async () => {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const { call, core } = await openDesktop({ dataDir })
  const articleId = await write(call, '送审的一段。')
  await call.review.submit({ articleId })
  const draft = await write(call, '草稿的第一段。')
  await type(call, draft, '草稿的第二段。')
  await core.close()
  const sqlite = new Sqlite(join(dataDir, 'library.db'), { readonly: true })
  const answers = recipes.map((sql) => JSON.stringify(sqlite.prepare(sql).all()))
  sqlite.close()
  expect(answers).toHaveLength(4)
  const [drafts, snapshots, steps, revisions] = answers
  expect(drafts).toContain('青河清淤工程完工')
  expect(snapshots).toContain('headline')
  expect(`${snapshots}${steps}`).toContain('草稿的第一段。')
  expect(steps).toContain('草稿的第二段。')
  expect(revisions).toContain('送审的一段。')
})
