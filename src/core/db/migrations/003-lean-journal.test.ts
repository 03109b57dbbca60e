import { join } from 'node:path'

import { expect, it } from 'vitest'
import { z } from 'zod'

import { newArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { readSteps } from '#core/journal/repository.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { openDatabase } from '../open.ts'
import { transaction } from '../transaction.ts'
import { migrations } from './index.ts'

it('keeps every step and its words when a library of the first format is brought up to date', () => {
  const file = join(temporaryFolder(), 'library.db')
  const articleId = newArticleId()
  const before = openDatabase(file, silentLogger, migrations.slice(0, 2))
  transaction(before, (tx) => {
    tx.run(
      `INSERT INTO articles (id, author_id, slug, headline, excerpt, kind, status, verdicts, receipts, updated_at)
       VALUES (?, 'a', '', '', '', 'original', '{"state":"drafting"}', '[]', '[]', '2026-03-05T08:00:00.000Z')`,
      [articleId],
    )
    for (const [version, ops] of [
      [1, null],
      [2, '[]'],
      [3, '[{"op":"remove","id":"b"}]'],
    ] as const) {
      tx.run('INSERT INTO journal VALUES (?, ?, ?, ?, ?)', [
        articleId,
        version,
        `step ${version}`,
        ops,
        `2026-03-05T08:00:0${version}.000Z`,
      ])
    }
  })
  before.close()
  const after = openDatabase(file, silentLogger)
  expect(readSteps(after, articleId).map(({ step, version }) => [step, version])).toEqual([
    ['step 1', 1],
    ['step 2', 2],
    ['step 3', 3],
  ])
  const words = after.all(z.object({ ops: z.string().nullable() }), 'SELECT ops FROM journal ORDER BY version')
  expect(words.map(({ ops }) => ops)).toEqual([null, '[]', '[{"op":"remove","id":"b"}]'])
  after.close()
})
