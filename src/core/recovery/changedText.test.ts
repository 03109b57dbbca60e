import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, describe, expect, it } from 'vitest'

import { noFilters } from '#shared/contract/search.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { UndoStep } from '#shared/document/undo.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'

let desktop: Desktop
let harmed: ArticleId
let sound: ArticleId

beforeEach(async () => {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  desktop = await openDesktop({ dataDir, log: silentLogger })
  harmed = await write(desktop.call, '水位三点一五米。')
  await type(desktop.call, harmed, '测点在下游。')
  sound = await write(desktop.call, '另一篇，没有人碰它。')
})

const library = () => join(desktop.dataDir, 'library.db')
const textOf = async ({ call }: Desktop, articleId: ArticleId) =>
  bodyText((await call.articles.open({ articleId })).content.blocks)

/** Other words in the place of these, as a disk would do it: in the file of a closed library. */
async function change(from: string, to: string): Promise<void> {
  await desktop.core.close()
  const bytes = readFileSync(library())
  const [old, other] = [Buffer.from(from), Buffer.from(to)]
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) other.copy(bytes, at)
  writeFileSync(library(), bytes)
}

describe('words that the disk has changed', () => {
  it('are never shown as those that were written: the article says so, and the others open', async () => {
    await change('三点一五', '五点一五')
    const again = await desktop.restart()
    await expect(textOf(again, harmed)).rejects.toMatchObject({ code: 'database_damaged' })
    expect(await textOf(again, sound)).toBe('另一篇，没有人碰它。')
    expect(await again.call.recovery.status({})).toMatchObject({ damaged: true })
    expect(again.events).toContain('recovery.changed')
  })

  it('come back at the next start, and what was changed lies set aside', async () => {
    await change('三点一五', '五点一五')
    const again = await desktop.restart()
    await textOf(again, harmed).catch(() => undefined)
    const repaired = await again.restart()
    expect(await textOf(repaired, harmed)).toBe('测点在下游。\n水位三点一五米。')
    expect(await textOf(repaired, sound)).toBe('另一篇，没有人碰它。')
    const { reports, damaged } = await repaired.call.recovery.status({})
    expect([reports[0]?.reason, damaged]).toEqual(['damaged', false])
    expect(reports[0]?.articles).toContainEqual(expect.objectContaining({ articleId: harmed, outcome: 'whole' }))
    expect(readFileSync(join(reports[0]?.aside ?? '', 'library.db')).includes(Buffer.from('五点一五'))).toBe(true)
  })

  it('are kept when nothing else tells what was written, and are not called whole', async () => {
    await change('三点一五', '五点一五')
    writeFileSync(join(desktop.dataDir, 'words', 'words-000001.log'), '')
    const again = await desktop.restart()
    await textOf(again, harmed).catch(() => undefined)
    const repaired = await again.restart()
    expect(await textOf(repaired, harmed)).toContain('测点在下游。')
    const { reports } = await repaired.call.recovery.status({})
    const outcomes = new Map(reports[0]?.articles.map(({ articleId, outcome }) => [articleId, outcome]))
    expect([outcomes.get(harmed), outcomes.get(sound)]).toEqual(['partly', 'whole'])
  })

  it('are not taken for a good backup', async () => {
    await change('三点一五', '五点一五')
    const again = await desktop.restart()
    await expect(again.call.backups.now({})).rejects.toMatchObject({ code: 'database_damaged' })
    expect(await again.call.recovery.status({})).toMatchObject({ damaged: true })
  })

  it('are found at the start itself after an end that was no good one', async () => {
    await change('三点一五', '五点一五')
    // A kill leaves the write-ahead log behind.
    writeFileSync(`${library()}-wal`, '')
    const again = await desktop.restart()
    expect(await textOf(again, harmed)).toBe('测点在下游。\n水位三点一五米。')
    expect((await again.call.recovery.status({})).reports[0]).toMatchObject({ reason: 'damaged' })
  })

  it('are not found by a search either, and do not keep the others from being found', async () => {
    await change('三点一五', '五点一五')
    const again = await desktop.restart()
    const asker = randomUUID()
    const found = async (text: string, question: number) => {
      const answer = await again.call.search.find({ asker, question, text, filters: noFilters, offset: 0, limit: 5 })
      return answer?.hits.map(({ row }) => row.articleId)
    }
    expect(await found('没有人碰它', 1)).toEqual([sound])
    expect(await found('五点一五', 2)).toEqual([])
  })
})

describe('what undo would bring back', () => {
  it('ends before words that the disk has changed', async () => {
    const stepOf = (text: string): UndoStep => {
      const block = paragraph(text)
      const redo = { op: 'put', after: null, block } as const
      const change = { undo: redo, redo, next: null } as const
      return { id: randomUUID(), changes: [change], before: null, after: null }
    }
    const kept = [stepOf('第一处旧话'), stepOf('第二处旧话'), stepOf('第三处旧话')]
    for (const step of kept) {
      const ops = [put(paragraph('新话'))]
      await desktop.call.articles.journal({
        articleId: sound,
        step: randomUUID(),
        ops,
        undo: [{ event: 'done', step }],
      })
    }
    await change('第二处', '第五处')
    const again = await desktop.restart()
    const ask = { articleId: sound, direction: 'undo', limit: 9 } as const
    expect(await again.call.articles.undoSteps({ ...ask, beyond: null })).toEqual([kept[2]])
    expect(await again.call.articles.undoSteps({ ...ask, beyond: kept[2]?.id ?? '' })).toEqual([])
    expect(await again.call.recovery.status({})).toMatchObject({ damaged: true })
  })
})
