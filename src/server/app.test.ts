import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'

import { newRevision, openNewsroom, signOff, submitted, temporaryFolder } from './testing/newsroom.ts'
import { Receipt } from '#shared/domain/article.ts'

test('closing answers whoever waits, and does not wait for connections on which nothing was asked', async () => {
  const { server, desktop } = await openNewsroom(temporaryFolder(onTestFinished))
  const lin = await desktop('lin')
  const silent = connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(silent, 'connect')
  const { body } = await lin.ask('GET', '/desk/v1/changes?since=0')
  const waiting = lin.ask('GET', `/desk/v1/changes?since=${String(body['seq'])}&wait=30`)
  // The next answer on the same server comes after the question that waits has arrived.
  await lin.ask('GET', '/desk/v1/newsroom')
  const ended = once(silent, 'close')
  await server.close()
  await ended
  expect(await waiting).toEqual({ status: 200, body: { seq: body['seq'], changes: [] } })
})

test('an article goes from upload to a public page, and every step is in the record', async () => {
  const { server, desktop } = await openNewsroom(temporaryFolder(onTestFinished))
  onTestFinished(() => server.close())
  const [lin, chen, zhou, song] = await Promise.all([desktop('lin'), desktop('chen'), desktop('zhou'), desktop('song')])
  const standing = await submitted(lin, newRevision())
  await signOff(standing, [chen, zhou, song])

  const { status, body } = await zhou.publish(standing.articleId, standing.revisionId)

  expect(status).toBe(200)
  const receipt = Receipt.parse(body)
  const page = await (await fetch(receipt.url)).text()
  expect(page).toContain('河堤步道今起开放')
  expect(createHash('sha256').update(page).digest('hex')).toBe(receipt.pageHash)
  const record = await lin.ask('GET', `/desk/v1/articles/${standing.articleId}/record`)
  const events = (record.body['entries'] as { event: string }[]).map(({ event }) => event)
  expect(events).toEqual(['revisionStored', 'submitted', 'verdictGiven', 'verdictGiven', 'verdictGiven', 'published'])
  expect(await server.newsroom.verifyRecord()).toMatchObject({ entries: 6, brokenAt: null })
  const front = await (await fetch(server.siteUrl)).text()
  expect(front).toContain(new URL(receipt.url).pathname)
})
