import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { picture } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { put, type, write } from '#core/testing/articles.ts'
import { binAll, whatGoes } from '#core/testing/bin.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { png } from '#core/testing/pictures.ts'

async function reporter(): Promise<Desktop> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  return openDesktop({ dataDir })
}

const open = ({ call }: Desktop, articleId: ArticleId) => call.articles.open({ articleId })
const seen = async (desktop: Desktop) => (await whatGoes(desktop)).articles

describe('what lies in the bin', () => {
  it('is named with its words, its history and what was put there last first', async () => {
    const desktop = await reporter()
    const [first, second] = [await write(desktop.call, '先写的一篇。'), await write(desktop.call, 'The second one.')]
    await binAll(desktop, first)
    await binAll(desktop, second)
    const { total, articles, pictures } = await whatGoes(desktop)
    expect([total, pictures]).toEqual([2, []])
    expect(articles.map(({ articleId, words }) => [articleId, words])).toEqual([
      [second, 3],
      [first, 5],
    ])
    expect(articles[0]).toMatchObject({ headline: '青河清淤工程完工', atDesk: false, shared: false, held: null })
  })

  it('is told of chosen articles alone, and of none that is not there', async () => {
    const desktop = await reporter()
    const [inBin, other, elsewhere] = [await write(desktop.call), await write(desktop.call), await write(desktop.call)]
    await binAll(desktop, inBin, other)
    const { total, articles } = await desktop.call.bin.contents({ articleIds: [inBin, elsewhere] })
    expect([total, articles.map(({ articleId }) => articleId)]).toEqual([2, [inBin]])
  })

  it('names the pictures that nothing else uses, and who has to go for each to go', async () => {
    const desktop = await reporter()
    const [own, common, kept] = await Promise.all(
      [4, 5, 6].map((side) => desktop.call.media.add({ bytes: png(side, side) })),
    )
    const one = await write(desktop.call, '一。', put(picture(own!)), put(picture(common!)))
    const two = await write(desktop.call, '二。', put(picture(common!)), put(picture(kept!)))
    await write(desktop.call, '三，留下。', put(picture(kept!)))
    await binAll(desktop, one, two)
    const { pictures } = await whatGoes(desktop)
    const usedBy = new Map(pictures.map(({ media, usedBy }) => [media, usedBy.toSorted()]))
    expect(usedBy).toEqual(
      new Map([
        [own!.media, [one]],
        [common!.media, [one, two].toSorted()],
      ]),
    )
    expect(pictures.find(({ media }) => media === own!.media)?.bytes).toBe(own!.bytes)
  })
})

describe('emptying', () => {
  it('removes exactly what was named', async () => {
    const desktop = await reporter()
    const [going, staying, written] = [await write(desktop.call), await write(desktop.call), await write(desktop.call)]
    await binAll(desktop, going, staying)
    const articles = (await seen(desktop)).filter(({ articleId }) => articleId === going)
    await desktop.call.bin.empty({ articles })
    expect(await desktop.call.articles.counts({})).toMatchObject({ mine: 1, bin: 1 })
    await expect(open(desktop, going)).rejects.toMatchObject({ code: 'not_found' })
    expect((await open(desktop, staying)).binned).toBe(true)
    expect((await open(desktop, written)).binned).toBe(false)
    expect(desktop.events.at(-1)).toBe('articles.changed')
  })

  it('removes nothing at all when one of them was restored since it was looked at', async () => {
    const desktop = await reporter()
    const [one, two] = [await write(desktop.call), await write(desktop.call)]
    await binAll(desktop, one, two)
    const articles = await seen(desktop)
    await desktop.call.articles.restore({ articleId: two })
    const emptying = desktop.call.bin.empty({ articles })
    await expect(emptying).rejects.toMatchObject({ code: 'bin_changed', details: { articleIds: [two] } })
    expect(await desktop.call.articles.counts({})).toMatchObject({ mine: 1, bin: 1 })
  })

  it('removes nothing that was restored, written in and binned again', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call)
    await binAll(desktop, articleId)
    const articles = await seen(desktop)
    await desktop.call.articles.restore({ articleId })
    await type(desktop.call, articleId, '后来又写的一段。')
    await binAll(desktop, articleId)
    await expect(desktop.call.bin.empty({ articles })).rejects.toMatchObject({ code: 'bin_changed' })
    expect(await desktop.call.articles.counts({})).toMatchObject({ bin: 1 })
  })

  it('removes nothing that is not in the bin, nor the same article twice', async () => {
    const desktop = await reporter()
    const [written, binned] = [await write(desktop.call), await write(desktop.call)]
    await binAll(desktop, binned)
    const articles = await seen(desktop)
    const invented = articles.map((article) => ({ ...article, articleId: written }))
    await expect(desktop.call.bin.empty({ articles: invented })).rejects.toMatchObject({ code: 'bin_changed' })
    await desktop.call.bin.empty({ articles })
    await expect(desktop.call.bin.empty({ articles })).rejects.toMatchObject({ code: 'bin_changed' })
    expect(await desktop.call.articles.counts({})).toMatchObject({ mine: 1, bin: 0 })
  })

  it('leaves nothing in memory that would answer for an article which is not there', async () => {
    const desktop = await reporter()
    const articleId = await write(desktop.call)
    const step = { articleId, step: crypto.randomUUID(), ops: [{ op: 'fields' as const, fields: { slug: '新名' } }] }
    await desktop.call.articles.journal(step)
    await binAll(desktop, articleId)
    await desktop.call.bin.empty({ articles: await seen(desktop) })
    await expect(desktop.call.articles.journal(step)).rejects.toMatchObject({ code: 'not_found' })
    await expect(desktop.call.articles.restore({ articleId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leaves the files of pictures to those who collect what nothing uses', async () => {
    const desktop = await reporter()
    const { media } = await desktop.call.media.add({ bytes: png(4, 4) })
    await binAll(desktop, await write(desktop.call, '有图。', put(picture({ media, width: 4, height: 4 }))))
    await desktop.call.bin.empty({ articles: await seen(desktop) })
    const folder = join(desktop.dataDir, 'media')
    expect(readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(media))).toBe(true)
    expect(existsSync(join(folder, 'trash'))).toBe(false)
  })
})
