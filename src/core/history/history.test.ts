import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import type { HistoryEntry } from '#shared/contract/history.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import { opsOf } from '#shared/document/undoOps.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { put, type, write } from '#core/testing/articles.ts'
import { cast } from '#core/testing/cast.ts'
import type { Desktop } from '#core/testing/desktop.ts'

const entriesOf = async ({ call }: Desktop, articleId: ArticleId) => (await call.history.list({ articleId })).entries
const reasonsOf = async (desktop: Desktop, articleId: ArticleId) =>
  (await entriesOf(desktop, articleId)).map(({ reason }) => reason)
const bodyOf = async ({ call }: Desktop, articleId: ArticleId) =>
  bodyText((await call.articles.open({ articleId })).content.blocks)

async function textOf({ call }: Desktop, articleId: ArticleId, entry: HistoryEntry | undefined) {
  if (entry?.text == null) throw new TypeError('no text')
  return bodyText((await call.history.content({ articleId, text: entry.text })).content.blocks)
}

describe("an article's history", () => {
  it('tells its whole way at the author and at a colleague', async () => {
    const { author, chief } = await cast()
    const articleId = await write(author.call, '初稿。')
    const first = await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    await chief.call.sync.now({})
    const verdict = { articleId, revisionId: first.revisionId, verdict: 'return', opinion: '导语太长' } as const
    await chief.call.review.giveVerdict(verdict)
    await chief.call.sync.now({})
    await author.call.sync.now({})
    await type(author.call, articleId, '改后。')
    await author.call.review.submit({ articleId })
    await author.call.sync.now({})
    await chief.call.sync.now({})
    expect(await reasonsOf(author, articleId)).toEqual(['submitted', 'returned', 'submitted'])
    const atChief = await entriesOf(chief, articleId)
    expect(atChief).toMatchObject([
      { reason: 'submitted', personId: (await author.call.settings.enrolment({}))?.person.id },
      { reason: 'returned', opinion: '导语太长', revisionId: first.revisionId },
      { reason: 'submitted', change: { added: 3, removed: 0 } },
    ])
    expect(await textOf(chief, articleId, atChief[1])).toBe('初稿。')
    expect(await textOf(chief, articleId, atChief[2])).toBe('改后。\n初稿。')
  })

  it('does not hand out the words of one article as those of another', async () => {
    const { author } = await cast()
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    const other = await write(author.call)
    const asked = author.call.history.content({ articleId: other, text: { revisionId } })
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
    await expect(author.call.history.list({ articleId: newArticleId() })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('begins with what a file brought in', async () => {
    const { author } = await cast()
    const bytes = new TextEncoder().encode('# 题\n\n文件里的一段。\n')
    const { articleId } = await author.call.articles.importFile({ fileName: 'a.md', bytes, attachments: [] })
    expect(await reasonsOf(author, articleId)).toEqual(['imported'])
  })
})

describe('bringing back', () => {
  async function twoVersions() {
    const { author, chief } = await cast()
    const articleId = await write(author.call, '第一稿。')
    await type(author.call, articleId, '再写一段。')
    const again = await author.restart()
    const [first] = await entriesOf(again, articleId)
    await type(again.call, articleId, '又写一段。')
    return { desktop: again, chief, articleId, first }
  }

  it('makes a new version, and keeps what stood there', async () => {
    const { desktop, articleId, first } = await twoVersions()
    if (first?.text == null) throw new TypeError('no point')
    const { version } = await desktop.call.history.restore({ articleId, text: first.text, parts: null })
    expect(await bodyOf(desktop, articleId)).toBe('再写一段。\n第一稿。')
    expect(version).toBe(4)
    const entries = await entriesOf(desktop, articleId)
    expect(entries.map(({ reason }) => reason)).toEqual(['writing', 'beforeRestore', 'restored'])
    expect(await textOf(desktop, articleId, entries[1])).toBe('又写一段。\n再写一段。\n第一稿。')
    expect(entries[2]).toMatchObject({ origin: 1 })
    expect(desktop.events).toContain('history.changed')
    const after = await desktop.restart()
    expect(await bodyOf(after, articleId)).toBe('再写一段。\n第一稿。')
  })

  it('is taken back by undo, also after a restart', async () => {
    const { desktop, articleId, first } = await twoVersions()
    if (first?.text == null) throw new TypeError('no point')
    const { step } = await desktop.call.history.restore({ articleId, text: first.text, parts: null })
    const again = await desktop.restart()
    const [kept] = await again.call.articles.undoSteps({ articleId, direction: 'undo', beyond: null, limit: 9 })
    expect(kept).toEqual(step)
    const { content } = await again.call.articles.open({ articleId })
    const ops = kept && opsOf(kept, 'undo', content)
    expect(bodyText(applyJournal(content, ops ?? []).blocks)).toBe('又写一段。\n再写一段。\n第一稿。')
  })

  it('brings single blocks back and leaves the rest', async () => {
    const { desktop, articleId, first } = await twoVersions()
    const { content } = await desktop.call.articles.open({ articleId })
    const [newest, , oldest] = content.blocks
    if (first?.text == null || newest === undefined || oldest === undefined) throw new TypeError('no blocks')
    await desktop.call.articles.journal({
      articleId,
      step: randomUUID(),
      ops: [put(paragraph('面目全非。', oldest.$.id), content.blocks[1])],
    })
    const parts = { blocks: [oldest.$.id], fields: [], attribution: [] }
    await desktop.call.history.restore({ articleId, text: first.text, parts })
    expect(await bodyOf(desktop, articleId)).toBe('又写一段。\n再写一段。\n第一稿。')
  })

  it('refuses words that were typed on what it replaced', async () => {
    const { desktop, articleId, first } = await twoVersions()
    if (first?.text == null) throw new TypeError('no point')
    await desktop.call.history.restore({ articleId, text: first.text, parts: null })
    const late = { articleId, step: randomUUID(), base: 3, ops: [put(paragraph('晚到'))] }
    await expect(desktop.call.articles.journal(late)).rejects.toMatchObject({ code: 'stale_revision' })
  })

  it('is not for an article that is before reviewers, nor for that of a colleague', async () => {
    const { desktop, chief, articleId, first } = await twoVersions()
    if (first?.text == null) throw new TypeError('no point')
    await desktop.call.review.submit({ articleId })
    await desktop.call.sync.now({})
    await chief.call.sync.now({})
    const [theirs] = await entriesOf(chief, articleId)
    if (theirs?.text == null) throw new TypeError('no point')
    const refused = { code: 'wrong_state' }
    await expect(desktop.call.history.restore({ articleId, text: first.text, parts: null })).rejects.toMatchObject(
      refused,
    )
    await expect(chief.call.history.restore({ articleId, text: theirs.text, parts: null })).rejects.toMatchObject(
      refused,
    )
  })
})
