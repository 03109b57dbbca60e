import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { type } from '#core/testing/articles.ts'
import { settle } from '#core/testing/cast.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { startServer } from '#server/app.ts'
import { openStore } from '#server/storage/open.ts'
import { silentLogger } from '#shared/log.ts'
import { completeArticle, furnish, password } from '../kit/newsroom.ts'

/** A real desk whose chief lost the right to write while the author, without a network, let them in to an article. */
async function refusedAtTheDesk() {
  const deskDir = join(temporaryFolder(), 'desk')
  await furnish(deskDir)
  const server = await startServer({ dataDir: deskDir, host: '127.0.0.1', port: 0, log: silentLogger })
  onTestFinished(() => server.close())
  const author = await openDesktop()
  await author.call.settings.enrol({ serverUrl: server.url, account: 'author', password })
  await author.call.sync.now({})
  const chief = (await author.call.settings.newsroom({}))?.people.find(({ account }) => account === 'chief')
  if (chief === undefined) throw new Error('there is no chief')
  const articleId = await completeArticle(author.call)
  await author.call.sync.setPaused({ paused: true })
  await author.call.sharing.setCoWriter({ articleId, personId: chief.id, writes: true })
  const store = openStore(join(deskDir, 'desk.sqlite'))
  await store.write((tx) => tx.updateTable('people').set({ roles: '[]' }).where('id', '=', chief.id).execute())
  await store.close()
  return { author, articleId, personId: chief.id }
}

it('hands in the words, although the desk refused the co-writer, and goes on sending what is written', async () => {
  const { author, articleId, personId } = await refusedAtTheDesk()
  await author.call.sync.setPaused({ paused: false })
  await settle(author)
  const [refused] = await author.call.sharing.refusals({ articleId })
  expect(refused).toMatchObject({ personId, writes: true, error: { code: 'forbidden' } })
  expect(await author.call.sharing.writers({ articleId })).toMatchObject([{ part: 'author' }])

  await type(author.call, articleId, '拒绝之后写的一段。')
  await author.call.sync.now({})
  const written = await author.call.articles.open({ articleId })
  expect(written).toMatchObject({ editable: true, pending: null })
  const [writer] = await author.call.sharing.writers({ articleId })
  expect(writer?.lastAt).not.toBeNull()

  await author.call.review.submit({ articleId })
  await settle(author)
  expect(await author.call.articles.open({ articleId })).toMatchObject({ status: { state: 'inReview' }, pending: null })
  expect(await author.call.sync.status({})).toMatchObject({ rejected: 1, waiting: 0 })

  await author.call.sharing.dismiss({ articleId, personId })
  expect(await author.call.sync.status({})).toMatchObject({ rejected: 0, waiting: 0 })
  expect(await author.call.sharing.refusals({ articleId })).toEqual([])
})

it('hands in the words that were submitted before the desk could refuse the co-writer', async () => {
  const { author, articleId } = await refusedAtTheDesk()
  await author.call.review.submit({ articleId })
  await author.call.sync.setPaused({ paused: false })
  await settle(author)
  expect(await author.call.articles.open({ articleId })).toMatchObject({ status: { state: 'inReview' }, pending: null })
  expect(await author.call.sync.status({})).toMatchObject({ rejected: 1, waiting: 0 })
})
