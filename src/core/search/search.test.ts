import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import type { CoreOptions } from '#core/options.ts'
import type { SearchAnswer } from '#shared/contract/search.ts'
import { paragraph, picture } from '#shared/document/make.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { openDerived } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { silentLogger } from '#shared/log.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { enrolledDesktop, openDesktop } from '#core/testing/desktop.ts'
import { startDesk } from '#core/testing/deskServer.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { person } from '#core/testing/newsroom.ts'
import { ask, found, question } from '#core/testing/searching.ts'
import { indexMigrations } from './index/migrations.ts'

async function reporterDesktop(options: Partial<CoreOptions> = {}): Promise<Desktop> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  return openDesktop({ dataDir, ...options })
}

const marks = (answer: SearchAnswer) =>
  answer.hits.map(({ passage }) => passage?.text.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''))

describe('search', () => {
  it('finds what was saved a moment ago, by one character, a word, or words apart', async () => {
    const desktop = await reporterDesktop()
    const bridge = await write(desktop.call, '河湾大桥今晨合龙，渡轮停航。')
    const ferry = await write(desktop.call, '渡轮 Evening Star 在河湾过夜。')
    expect(await found(desktop, '轮')).toEqual([ferry, bridge])
    expect(await found(desktop, '大桥')).toEqual([bridge])
    expect(new Set(await found(desktop, '渡轮 河湾'))).toEqual(new Set([bridge, ferry]))
    expect(await found(desktop, '渡轮 -大桥')).toEqual([ferry])
    expect(await found(desktop, 'ＥＶＥＮＩＮＧ st')).toEqual([ferry])
    expect(await found(desktop, '河湾过河')).toEqual([])
    await type(desktop.call, ferry, '改写以后没有船了。')
    expect(await found(desktop, '没有船')).toEqual([ferry])
  })

  it('holds a phrase to its order: a pair of characters from two sentences is none', async () => {
    const desktop = await reporterDesktop()
    const apart = await write(desktop.call, '河湾。大桥')
    const together = await write(desktop.call, '河湾大桥')
    expect(await found(desktop, '河湾大桥')).toEqual([together])
    expect(new Set(await found(desktop, '河湾 大桥'))).toEqual(new Set([apart, together]))
    expect(await found(desktop, '湾大')).toEqual([together])
  })

  it('shows the words around a hit, and where it stands', async () => {
    const desktop = await reporterDesktop()
    const shot = { media: 'a'.repeat(64) as MediaHash, width: 10, height: 10 }
    const caption = put(picture(shot, { caption: '堤上的灯塔', credit: '沈砚' }))
    const byline: JournalOp = { op: 'attribution', attribution: { editor: '阮青' } }
    await write(desktop.call, '第一句。河湾大桥合龙。', caption, byline)
    expect(marks(await ask(desktop, '大桥'))).toEqual(['第一句。河湾[大桥]合龙。'])
    expect((await ask(desktop, '灯塔')).hits[0]?.passage?.place).toBe('picture')
    expect((await ask(desktop, '阮青')).hits[0]?.passage?.place).toBe('attribution')
    expect((await ask(desktop, '清淤工程')).hits[0]?.title).toContainEqual({ text: '清淤工程', hit: true })
  })

  it('puts what names it in the headline before what mentions it', async () => {
    const desktop = await reporterDesktop()
    const about: JournalOp = { op: 'fields', fields: { headline: '灯塔重新点亮', slug: '灯塔' } }
    const named = await write(desktop.call, '守塔人说了几句。', about)
    const other = await write(desktop.call, '远处有一座灯塔。')
    expect(await found(desktop, '灯塔')).toEqual([named, other])
  })

  it('looks into the bin only when asked to', async () => {
    const desktop = await reporterDesktop()
    const articleId = await write(desktop.call, '作废的稿子。')
    await desktop.call.articles.bin({ articleId })
    expect(await found(desktop, '作废')).toEqual([])
    expect(await found(desktop, '作废', { state: 'bin' })).toEqual([articleId])
  })

  it('takes any text as a question', async () => {
    const desktop = await reporterDesktop()
    await write(desktop.call, '河湾 NEAR 大桥 "quoted" title:x')
    const hostile = ['"', '*', 'NEAR(', 'NOT', 'a AND', 'OR', 'body:', '{title}:', '^', '-', '--', '""', '"a', "'; --"]
    const odd = [
      '\u0000',
      '\ud800',
      '\udc00河',
      '\u202e河湾',
      '(',
      ')',
      '+',
      'a*b',
      '河*',
      '-"',
      '　',
      '%',
      '_',
      '\\',
      '🚢',
    ]
    for (const text of [...hostile, ...odd, '河'.repeat(500), 'a '.repeat(250), '-河 '.repeat(100)])
      await expect(ask(desktop, text)).resolves.toBeDefined()
    for (let round = 0; round < 300; round += 1) {
      const pieces = [...hostile, ...odd, '河湾', 'NEAR', ' ', '“', '」']
      const text = Array.from({ length: 6 }, (_, n) => pieces[(round * 7 + n * n * 13 + n) % pieces.length]).join('')
      await expect(ask(desktop, text)).resolves.toBeDefined()
    }
    expect(await found(desktop, 'NEAR')).toHaveLength(1)
  })

  it('gives up a question when its asker has another', async () => {
    const desktop = await reporterDesktop()
    for (let n = 0; n < 3; n += 1) await write(desktop.call, `河湾 ${n}`)
    const first = question('河湾')
    const older = desktop.call.search.find(first)
    const newer = desktop.call.search.find({ ...first, question: first.question + 1, text: '湾' })
    expect((await newer)?.total).toBe(3)
    expect(await older).toBeNull()
  })
})

describe('the index', () => {
  it('is whole again after a restart, a loss, damage, or a newer one', async () => {
    let desktop = await reporterDesktop()
    const articleId = await write(desktop.call, '河湾大桥合龙。')
    expect(await found(desktop, '合龙')).toEqual([articleId])
    await type(desktop.call, articleId, '渡轮停航。')
    desktop = await desktop.restart()
    expect(await found(desktop, '停航')).toEqual([articleId])
    const file = join(desktop.dataDir, 'search.db')
    const breaks = [
      () => rmSync(file),
      () => writeFileSync(file, 'not a database at all, but a shopping list. '.repeat(400)),
      () => writeFileSync(file, readFileSync(file).subarray(0, 5000)),
    ]
    for (const damage of breaks) {
      await desktop.core.close()
      damage()
      desktop = await desktop.restart()
      await expect.poll(() => found(desktop, '停航'), { timeout: 10_000 }).toEqual([articleId])
    }
  })

  it('notices that the library is another one than it was made from', async () => {
    let desktop = await reporterDesktop()
    const kept = await write(desktop.call, '河湾大桥合龙。')
    await found(desktop, '河')
    await desktop.core.close()
    const file = join(desktop.dataDir, 'library.db')
    const backup = readFileSync(file)
    desktop = await desktop.restart()
    for (let n = 0; n < 3; n += 1) {
      await write(desktop.call, `河湾又有渡轮 ${n}`)
      await found(desktop, '渡轮')
    }
    await desktop.core.close()
    writeFileSync(file, backup)
    // The second copy of the words would bring the articles back, and rightly.
    rmSync(join(desktop.dataDir, 'words'), { recursive: true })
    desktop = await desktop.restart()
    await expect.poll(() => found(desktop, '河湾'), { timeout: 10_000 }).toEqual([kept])
    expect((await ask(desktop, '渡轮')).total).toBe(0)
  })

  it('is examined when it does not fit the library, and made anew when it is not whole', async () => {
    let desktop = await reporterDesktop()
    const articleId = await write(desktop.call, '河湾大桥合龙。')
    await found(desktop, '河')
    await desktop.core.close()
    const file = join(desktop.dataDir, 'search.db')
    const index = openDerived(file, silentLogger, indexMigrations)
    transaction(index, (tx) => tx.run(`UPDATE facts SET value = 99 WHERE name = 'batch'`))
    // Of each table and index, where its first page lies: the words are taken away, and the rest stays sound.
    const page = z.object({ rootpage: z.int() })
    const words = index.get(page, `SELECT rootpage FROM sqlite_schema WHERE name = 'words_data'`)?.rootpage ?? 0
    index.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, (words - 1) * 4096, words * 4096))
    const warn = vi.fn()
    desktop = await desktop.restart({ log: { ...silentLogger, warn } })
    expect(await found(desktop, '合龙')).toEqual([])
    expect(warn).toHaveBeenCalledWith('search index damaged', expect.anything())
    await expect.poll(() => found(desktop, '合龙'), { timeout: 10_000 }).toEqual([articleId])
  })

  it('can be made anew', async () => {
    const desktop = await reporterDesktop()
    const articleId = await write(desktop.call, '河湾大桥合龙。')
    await desktop.call.search.rebuild({})
    await expect.poll(() => found(desktop, '合龙'), { timeout: 10_000 }).toEqual([articleId])
    expect(desktop.events).toContain('search.progress')
  })
})

describe("a colleague's article", () => {
  it('is found once it has arrived, with what reviewers said of it', async () => {
    const desk = await startDesk([person('reporter', 'reporter'), person('editor', 'editor')])
    const author = await enrolledDesktop(desk.url, 'reporter')
    const reviewer = await enrolledDesktop(desk.url, 'editor')
    await reviewer.call.sync.setPaused({ paused: true })
    const articleId = await write(author.call, '河湾大桥合龙。')
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    expect(await found(reviewer, '合龙')).toEqual([])
    await reviewer.call.sync.setPaused({ paused: false })
    await reviewer.call.sync.now({})
    expect(await found(reviewer, '合龙')).toEqual([articleId])
    const { status } = await reviewer.call.articles.open({ articleId })
    if (status.state !== 'inReview') throw new Error(status.state)
    const { revisionId } = status
    await reviewer.call.review.giveVerdict({ articleId, revisionId, verdict: 'return', opinion: '补充投资数额' })
    await reviewer.call.sync.now({})
    await author.call.sync.now({})
    expect((await ask(author, '投资数额')).hits[0]?.passage?.place).toBe('opinion')
  })
})

describe('earlier coverage', () => {
  it('is what shares the telling words, the likest first', async () => {
    const desktop = await reporterDesktop()
    const fields = (headline: string): JournalOp => ({ op: 'fields', fields: { headline, slug: headline } })
    for (let n = 0; n < 30; n += 1) {
      const filler = put(paragraph(`集市上第 ${n} 家铺子照常开门，街坊们照常买菜做饭。`))
      await write(desktop.call, '天气晴，气温适宜。', fields(`街景 ${n}`), filler)
    }
    const before = await write(desktop.call, '北堤灯塔的旧透镜昨天吊装下塔，送往作坊修补。', fields('北堤灯塔透镜下塔'))
    const now = await write(desktop.call, '修补好的透镜今天装回北堤灯塔，守塔人重新点灯。', fields('北堤灯塔透镜装回'))
    const similar = await desktop.call.search.similar({ articleId: now, limit: 5 })
    expect(similar.map(({ row }) => row.articleId)).toEqual([before])
    expect(similar[0]?.shared).toContain('北堤灯塔透镜')
  })
})
