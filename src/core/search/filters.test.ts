import { describe, expect, it } from 'vitest'

import { emptySourceUse } from '#shared/domain/attribution.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { type, write } from '#core/testing/articles.ts'
import { cast, settle } from '#core/testing/cast.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { found } from '#core/testing/searching.ts'

/** A reporter for whom a day goes by with every look at the clock. */
async function reporter(): Promise<Desktop> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  let day = 0
  return openDesktop({ dataDir, clock: () => new Date(Date.UTC(2026, 2, (day += 1))) })
}

const from = (name: string): JournalOp => ({
  op: 'attribution',
  attribution: { sources: [{ ...emptySourceUse, name, originalTitle: '渡口旧闻' }] },
})

describe('search narrows', () => {
  it('by the kind of article', async () => {
    const desktop = await reporter()
    const original = await write(desktop.call, '甲')
    const wire = await write(desktop.call, '乙', { op: 'fields', fields: { kind: 'wire' } })
    expect(await found(desktop, '', { kind: 'original' })).toEqual([original])
    expect(await found(desktop, '', { kind: 'wire' })).toEqual([wire])
  })

  it('by any of several columns', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call, '甲')
    await write(desktop.call, '乙', { op: 'fields', fields: { columnId: null } })
    expect(await found(desktop, '', { columnIds: ['elsewhere', 'local'] })).toEqual([articleId])
    expect(await found(desktop, '', { columnIds: ['elsewhere'] })).toEqual([])
  })

  it('by the whole name of a person, and of a source', async () => {
    const desktop = await reporter()
    const edited = await write(desktop.call, '甲', { op: 'attribution', attribution: { editor: '阮青' } })
    const credited = await write(desktop.call, '乙', from('北岸日报'))
    expect(await found(desktop, '', { person: '阮青' })).toEqual([edited])
    expect(await found(desktop, '', { person: '阮' })).toEqual([])
    expect(await found(desktop, '', { source: '北岸日报' })).toEqual([credited])
    expect(await found(desktop, '', { source: '北岸' })).toEqual([])
  })

  it('by date', async () => {
    const desktop = await reporter()
    const first = await write(desktop.call, '甲')
    const second = await write(desktop.call, '乙')
    const { rows } = await desktop.call.articles.list({ view: 'mine', offset: 0, limit: 1 })
    const at = rows[0]?.updatedAt ?? null
    expect(await found(desktop, '', { from: at })).toEqual([second])
    expect(await found(desktop, '', { until: at })).toEqual([first])
  })

  it('by where an article stands', async () => {
    const { author } = await cast()
    const [drafting, submitted] = [await write(author.call, '河湾大桥。'), await write(author.call, '河湾渡轮。')]
    await author.call.review.submit({ articleId: submitted })
    await settle(author)
    expect(await found(author, '河湾', { state: 'drafting' })).toEqual([drafting])
    expect(await found(author, '河湾', { state: 'inReview' })).toEqual([submitted])
    expect(await found(author, '河湾', { state: 'published' })).toEqual([])
  })

  it('by nothing to nothing: without words and filters nobody has asked', async () => {
    const desktop = await reporter()
    await write(desktop.call, '甲')
    expect(await found(desktop, '')).toEqual([])
  })
})

it.each<[string, JournalOp]>([
  ['a kicker', { op: 'fields', fields: { kicker: '渡口旧闻' } }],
  ['a headline', { op: 'fields', fields: { headline: '渡口旧闻' } }],
  ['a deck', { op: 'fields', fields: { deck: '渡口旧闻' } }],
  ['a slug', { op: 'fields', fields: { slug: '渡口旧闻' } }],
  ['a source', from('渡口旧闻社')],
  ['the title of an original', from('北岸日报')],
  ['a byline', { op: 'attribution', attribution: { responsibleEditor: '渡口旧闻' } }],
])('search reads %s', async (_name, op) => {
  const desktop = await reporter()
  await write(desktop.call, '与它无关。')
  const articleId = await write(desktop.call, '正文里没有那几个字。', op)
  expect(await found(desktop, '渡口旧闻')).toEqual([articleId])
})

describe('search tells nobody', () => {
  it('of an article whose text has not arrived, not even of its title', async () => {
    const { desk, author, chief } = await cast()
    const articleId = await write(author.call, '河湾大桥合龙。')
    await author.call.review.submit({ articleId })
    await settle(author)
    desk.trouble('getRevision', 'garbage')
    await chief.call.sync.now({})
    expect(desk.asked).toContain('getRevision')
    expect(await found(chief, '清淤工程')).toEqual([])
    const again = await chief.restart()
    await again.call.sync.now({})
    expect(await found(again, '清淤工程')).toEqual([articleId])
  })

  it('but those who write in it of a draft, and of what they wrote no longer once they were taken out', async () => {
    const { author, chief } = await cast()
    const articleId = await write(author.call, '河湾大桥合龙。')
    const personId = (await chief.call.settings.enrolment({}))?.person.id
    if (personId === undefined) throw new Error('nobody is enrolled')
    const letIn = async (writes: boolean) => {
      await author.call.sharing.setCoWriter({ articleId, personId, writes })
      await settle(author)
      await chief.call.sync.now({})
    }
    const seen = (): Promise<ArticleId[]> => found(chief, '合龙')
    expect(await seen()).toEqual([])
    await letIn(true)
    expect(await seen()).toEqual([articleId])
    await type(chief.call, articleId, '渡轮停航。')
    expect(await found(chief, '停航')).toEqual([articleId])
    await letIn(false)
    expect(await seen()).toEqual([])
  })
})
