import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

import { Desktop } from './testing/desktop.ts'
import type { Account, Standing } from './testing/newsroom.ts'
import { openNewsroom, password, signOff, submitted, temporaryFolder, withDatabase } from './testing/newsroom.ts'
import type { IdempotencyKey } from '#shared/domain/ids.ts'
import { newIdempotencyKey } from '#shared/domain/ids.ts'

/** The server as it runs for real: a process of its own, which can be killed. */
async function spawnServer(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const env = { ...process.env, GALLEY_SERVER_DATA: dataDir, GALLEY_SERVER_PORT: '0' }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface(child.stdout)) {
    const url = /listens at (\S+);/.exec(line)?.[1]
    if (url !== undefined) return { process: child, url }
  }
  throw new Error('the server ended before it listened')
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function signedIn(url: string, account: Account): Promise<Desktop> {
  const desktop = new Desktop(url)
  await desktop.enrol(account, password)
  await desktop.signIn()
  return desktop
}

/** A newsroom with one signed-off article, left behind by a server that is not running any more. */
async function prepare(dataDir: string): Promise<Standing> {
  const { server, desktop } = await openNewsroom(dataDir)
  const [lin, chen, zhou, song] = await Promise.all([desktop('lin'), desktop('chen'), desktop('zhou'), desktop('song')])
  const standing = await submitted(lin)
  await signOff(standing, [chen, zhou, song])
  await server.close()
  return standing
}

/** Sends a request to publish and never reads the answer. */
async function publishDeafly(desktop: Desktop, { articleId, revisionId }: Standing, key: IdempotencyKey) {
  const body = JSON.stringify({ revisionId, channel: 'site' })
  const socket = connect(Number(new URL(desktop.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.pause()
  await once(socket, 'connect')
  const head = [
    `POST /desk/v1/articles/${articleId}/publications HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${desktop.token}`,
    `idempotency-key: ${key}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  while (socket.writableLength > 0) await once(socket, 'drain')
  return socket
}

const publications = (dataDir: string) =>
  withDatabase(dataDir, (store) => store.read((read) => read.selectFrom('publications').select('receipt').execute()))

/** Looks through another connection until the effect is committed. */
async function untilPublished(dataDir: string): Promise<void> {
  while ((await publications(dataDir)).length === 0) await new Promise(setImmediate)
}

test.each([
  ['as soon as the publication is committed', untilPublished],
  ['right behind the request', async () => undefined],
])('a server killed %s publishes exactly once', { timeout: 60_000 }, async (_when, wait) => {
  const dataDir = temporaryFolder(onTestFinished)
  const standing = await prepare(dataDir)
  const key = newIdempotencyKey()

  const first = await spawnServer(dataDir)
  const before = await signedIn(first.url, 'zhou')
  const socket = await publishDeafly(before, standing, key)
  await wait(dataDir)
  await kill(first.process)
  socket.destroy()
  const committed = await publications(dataDir)

  const second = await spawnServer(dataDir)
  const after = await signedIn(second.url, 'zhou')
  const lookup = await after.ask('GET', `/desk/v1/operations/${key}`)
  const answer = await after.publish(standing.articleId, standing.revisionId, key)

  expect(lookup.status).toBe(committed.length === 0 ? 404 : 200)
  expect(answer.status).toBe(200)
  const stored = await publications(dataDir)
  expect(stored.map(({ receipt }) => JSON.parse(receipt) as unknown)).toEqual([answer.body])
  const { body } = await after.ask('GET', `/desk/v1/articles/${standing.articleId}/record`)
  const events = (body['entries'] as { event: string }[]).filter(({ event }) => event === 'published')
  expect(events).toHaveLength(1)
})

test('a server that is asked to end finishes, says so and leaves a sound database', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder(onTestFinished)
  const { process: child } = await spawnServer(dataDir)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
