import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import { type, write } from './testing/articles.ts'
import { enrolledDesktop, openDesktop } from './testing/desktop.ts'
import { startDesk } from './testing/deskServer.ts'
import { temporaryFolder } from './testing/folder.ts'
import { person } from './testing/newsroom.ts'

const newsroomOf = () => ({
  reporter: person('reporter', 'reporter'),
  editor: person('editor', 'editor'),
  chief: person('chief', 'chiefEditor'),
})

describe('the whole way of an article', () => {
  it('goes from a desktop without a network to readers, exactly once', async () => {
    const { reporter, editor, chief } = newsroomOf()
    const desk = await startDesk([reporter, editor, chief])
    const author = await enrolledDesktop(desk.url, 'reporter')
    const first = await enrolledDesktop(desk.url, 'editor')
    const last = await enrolledDesktop(desk.url, 'chief')

    await author.call.sync.setPaused({ paused: true })
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    expect(desk.model.effects).toEqual([])
    await author.call.sync.setPaused({ paused: false })
    await author.call.sync.now({})
    expect(desk.model.effects).toEqual([`revision ${revisionId}`, `submit ${revisionId}`])

    await first.call.sync.now({})
    const toReview = await first.call.articles.list({ view: 'toReview', offset: 0, limit: 10 })
    expect(toReview.rows.map((row) => row.headline)).toEqual(['青河清淤工程完工'])
    expect(bodyText((await first.call.articles.open({ articleId })).content.blocks)).toBe('青河河道清淤工程昨日完工。')
    await first.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '' })
    await first.call.sync.now({})

    await last.call.sync.now({})
    await last.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '可以签发' })
    await last.call.review.publish({ articleId, revisionId })
    await last.call.sync.now({})

    await author.call.sync.now({})
    const published = await author.call.articles.open({ articleId })
    expect(published.status).toMatchObject({ state: 'published', revisionId })
    expect(published.receipts).toHaveLength(1)
    expect(desk.model.effects.filter((effect) => effect.startsWith('publish'))).toHaveLength(1)
  })

  it('comes back with an opinion, is mended, and goes again as another revision', async () => {
    const { reporter, editor } = newsroomOf()
    const desk = await startDesk([reporter, editor])
    const author = await enrolledDesktop(desk.url, 'reporter')
    const reviewer = await enrolledDesktop(desk.url, 'editor')
    const articleId = await write(author.call)
    const { revisionId } = await author.call.review.submit({ articleId })
    await expect(type(author.call, articleId, '迟到的一句')).rejects.toMatchObject({ code: 'wrong_state' })
    await author.call.sync.now({})
    await reviewer.call.sync.now({})
    await reviewer.call.review.giveVerdict({ articleId, revisionId, verdict: 'return', opinion: '补充投资额' })
    await reviewer.call.sync.now({})
    await author.call.sync.now({})
    const returned = await author.call.articles.open({ articleId })
    expect(returned).toMatchObject({ editable: true, status: { state: 'returned' }, revisionId })
    expect(returned.verdicts[0]?.statement.opinion).toBe('补充投资额')
    await type(author.call, articleId, '工程投资三百万元。')
    const again = await author.call.review.submit({ articleId })
    expect(again.revisionId).not.toBe(revisionId)
    await author.call.sync.now({})
    expect(desk.model.revisions.get(again.revisionId)?.parents).toEqual([revisionId])
  })
})

describe('a profile', () => {
  it('is open once, and says to the second who has it', async () => {
    const first = await openDesktop({ instance: { address: 'http://127.0.0.1:1' } })
    const second = openDesktop({ dataDir: first.dataDir })
    await expect(second).rejects.toMatchObject({
      code: 'profile_in_use',
      details: { instance: { address: 'http://127.0.0.1:1' } },
    })
    await first.core.close()
    await openDesktop({ dataDir: first.dataDir })
  })

  it('that cannot be made says so', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    await expect(openDesktop({ dataDir: join(file, 'profile') })).rejects.toMatchObject({ code: 'disk_read_only' })
  })

  it('that is damaged is set aside as it is, and the program starts', async () => {
    const dataDir = temporaryFolder()
    const library = join(dataDir, 'library.db')
    writeFileSync(library, 'not a library '.repeat(500))
    const before = readFileSync(library)
    const { call } = await openDesktop({ dataDir })
    const { reports } = await call.recovery.status({})
    expect(reports.map(({ reason }) => reason)).toEqual(['damaged'])
    expect(readFileSync(join(reports[0]?.aside ?? '', 'library.db')).equals(before)).toBe(true)
  })

  it('closes as often as it is asked to', async () => {
    const { core } = await openDesktop()
    await Promise.all([core.close(), core.close()])
    await core.close()
  })
})
