import { describe, expect, it } from 'vitest'

import { picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import { put, type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { png } from '#core/testing/pictures.ts'

async function reporterDesktop(): Promise<Desktop> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  return openDesktop({ dataDir })
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the library', () => {
  it('shows what was worked on last first, in pages', async () => {
    let minute = 0
    const dataDir = temporaryFolder()
    enrolLocally(dataDir)
    const clock = () => new Date(Date.UTC(2026, 2, 5, 8, (minute += 1)))
    const { call } = await openDesktop({ dataDir, clock })
    const ids = []
    for (let n = 0; n < 5; n += 1) ids.push(await write(call, `第 ${n} 篇`))
    await type(call, ids[1]!, '又写了一段。')
    const page = await call.articles.list({ view: 'mine', offset: 0, limit: 2 })
    expect(page.total).toBe(5)
    expect(page.rows.map(({ articleId }) => articleId)).toEqual([ids[1], ids[4]])
    const next = await call.articles.list({ view: 'mine', offset: 2, limit: 2 })
    expect(next.rows.map(({ articleId }) => articleId)).toEqual([ids[3], ids[2]])
  })

  it('keeps the order of the last key even between articles that are typed on in turns', async () => {
    let second = 0
    const dataDir = temporaryFolder()
    enrolLocally(dataDir)
    const clock = () => new Date(Date.UTC(2026, 2, 5, 8, 0, (second += 1)))
    const { call } = await openDesktop({ dataDir, clock })
    const [first, other] = [await write(call), await write(call)]
    for (const articleId of [first, other, other, first]) {
      await type(call, articleId, `第 ${second} 秒。`)
      const { rows } = await call.articles.list({ view: 'mine', offset: 0, limit: 1 })
      expect(rows[0]?.articleId).toBe(articleId)
    }
  })

  it('moves to the bin and back, and deletes nothing', async () => {
    const { call } = await reporterDesktop()
    const articleId = await write(call)
    await call.articles.bin({ articleId })
    expect(await call.articles.counts({})).toMatchObject({ mine: 0, bin: 1 })
    expect(await call.articles.open({ articleId })).toMatchObject({ binned: true, editable: false })
    await call.articles.restore({ articleId })
    expect(await call.articles.counts({})).toMatchObject({ mine: 1, bin: 0 })
    expect(bodyText((await call.articles.open({ articleId })).content.blocks)).toBe('青河河道清淤工程昨日完工。')
  })

  it('does not bin what is on its way to reviewers', async () => {
    const { call } = await reporterDesktop()
    const articleId = await write(call)
    await call.review.submit({ articleId })
    await expect(call.articles.bin({ articleId })).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(call.articles.rename({ articleId, slug: '新名' })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  it('renames an article in the draft and in the list', async () => {
    const { call } = await reporterDesktop()
    const articleId = await write(call)
    await call.articles.rename({ articleId, slug: '青河清淤' })
    expect((await call.articles.open({ articleId })).content.fields.slug).toBe('青河清淤')
    expect((await call.articles.list({ view: 'mine', offset: 0, limit: 1 })).rows[0]?.slug).toBe('青河清淤')
  })

  it('cuts an excerpt between characters as a reader counts them', async () => {
    const { call } = await reporterDesktop()
    const articleId = await write(call, '𠮷'.repeat(500))
    const { rows } = await call.articles.list({ view: 'mine', offset: 0, limit: 1 })
    expect(rows[0]).toMatchObject({ articleId, excerpt: '𠮷'.repeat(120) })
  })
})

describe('files', () => {
  it('come in whole, and go out as what comes in again', async () => {
    const { call } = await reporterDesktop()
    const file = await call.media.add({ bytes: png(8, 6) })
    const details = { alt: '河道', credit: '林夏', rights: '本报', source: '本报' }
    const articleId = await write(call, '第一段。', put(picture(file, details)))
    const out = await call.articles.exportMarkdown({ articleId })
    expect(out.fileName).toBe('清淤.md')
    expect(out.attachments).toHaveLength(1)
    const { fileName, text, attachments } = out
    const back = await call.articles.importFile({ fileName, bytes: bytes(text), attachments })
    const [before, after] = [await call.articles.open({ articleId }), await call.articles.open(back)]
    expect(after.content.fields).toEqual(before.content.fields)
    expect(after.content.blocks.map(({ $: _, ...block }) => block)).toEqual(
      before.content.blocks.map(({ $: _, ...block }) => block),
    )
  })

  it('leave nothing when they are wrong', async () => {
    const { call } = await reporterDesktop()
    const broken = bytes('---\nheadline: 标题\ncolumn: 没有的栏目\n---\n\n正文。\n')
    const importing = call.articles.importFile({ fileName: 'a.md', bytes: broken })
    await expect(importing).rejects.toMatchObject({ code: 'import_invalid', details: { line: 3 } })
    const noPicture = bytes('# 标题\n\n![图](a.png)\n')
    const attachments = [{ name: 'a.png', bytes: bytes('<svg onload="alert(1)"/>') }]
    const second = call.articles.importFile({ fileName: 'b.md', bytes: noPicture, attachments })
    await expect(second).rejects.toMatchObject({ code: 'import_invalid', details: { line: 3 } })
    expect(await call.articles.counts({})).toMatchObject({ mine: 0 })
  })

  it('are named so that any file system takes them', async () => {
    const { call } = await reporterDesktop()
    const articleId = await write(call)
    await call.articles.rename({ articleId, slug: '../..\\CON: "清"?*|\u202e' })
    expect((await call.articles.exportMarkdown({ articleId })).fileName).toMatch(
      /^[^./\\:*?"<>|\u202e][^/\\:*?"<>|\u202e]*\.md$/,
    )
  })
})
