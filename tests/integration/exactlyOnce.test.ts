import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { verifyRecord } from '#server/desk/record.ts'
import { openStore } from '#server/storage/open.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleState } from '#shared/domain/article.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import type { CoreChild, ServerChild } from '../kit/children.ts'
import { startCore, startServerChild } from '../kit/children.ts'
import type { Gate, Moment, Trap } from '../kit/gate.ts'
import { openGate } from '../kit/gate.ts'
import { completeArticle, furnish, password } from '../kit/newsroom.ts'

/**
 * Whoever is killed, at whatever step of a publication, and wherever the request was at that moment: after a restart
 * there is one publication. Desktops and server are processes of their own and die by SIGKILL.
 */
const victims = ['core', 'server'] as const
const moments: Moment[] = ['arrived', 'forwarded', 'answered']
const cases = victims.flatMap((victim) => moments.map((moment) => [victim, moment] as const))

it.each(cases)(
  'ends in one publication when the %s is killed with each request %s',
  { timeout: 120_000 },
  async (victim, at) => {
    const room = await openRoom()
    const { author, chief } = room
    const articleId = await completeArticle(author.call)

    const { revisionId } = await author.call.review.submit({ articleId })
    await room.killDuring(author, victim, { method: 'PUT', path: /\/revisions\// }, at)
    await room.killDuring(author, victim, { method: 'POST', path: /\/submissions$/ }, at)
    await room.reaches(author, articleId, 'inReview')

    await room.reaches(chief, articleId, 'inReview')
    await chief.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '可以签发。' })
    await room.killDuring(chief, victim, { method: 'POST', path: /\/verdicts$/ }, at)
    await room.reaches(chief, articleId, 'signedOff')

    await chief.call.review.publish({ articleId, revisionId })
    await room.killDuring(chief, victim, { method: 'POST', path: /\/publications$/ }, at)
    await room.reaches(chief, articleId, 'published')

    const { receipts } = await chief.call.articles.open({ articleId })
    expect(receipts).toHaveLength(1)
    expect(await (await fetch(receipts[0]?.url ?? '')).text()).toContain('河湾今起通航')
    await room.holdsOnce(articleId, revisionId)
  },
)

/** A desktop whose core may die and come back. */
class TestDesktop {
  readonly dataDir: string
  #core: CoreChild | null = null

  constructor(dataDir: string) {
    this.dataDir = dataDir
  }

  get call(): CoreCalls {
    if (this.#core === null) throw new Error('not running')
    return this.#core.client.call
  }

  async start(): Promise<void> {
    this.#core = await startCore(this.dataDir)
  }

  async kill(): Promise<void> {
    await this.#core?.kill()
  }
}

interface Room {
  author: TestDesktop
  chief: TestDesktop
  /** Kills during the next such request of `desktop`, and starts again what was killed. */
  killDuring(desktop: TestDesktop, victim: 'core' | 'server', on: Trap['on'], at: Moment): Promise<void>
  /** Lets `desktop` talk to the desk until it knows that the article stands there. */
  reaches(desktop: TestDesktop, articleId: ArticleId, state: ArticleState): Promise<void>
  /** Each step stands in the desk's record once, in order, and the chain holds. */
  holdsOnce(articleId: ArticleId, revisionId: RevisionId): Promise<void>
}

async function openRoom(): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-once-'))
  const deskDir = join(folder, 'desk')
  await furnish(deskDir)
  const gate = await openGate()
  let server = await startServerChild(deskDir, 0, gate.url)
  gate.target = server.url
  const author = new TestDesktop(join(folder, 'author'))
  const chief = new TestDesktop(join(folder, 'chief'))
  onTestFinished(async () => {
    await Promise.all([author.kill(), chief.kill(), server.kill()])
    await gate.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await Promise.all([author.start(), chief.start()])
  await author.call.settings.enrol({ serverUrl: gate.url, account: 'author', password })
  await chief.call.settings.enrol({ serverUrl: gate.url, account: 'chief', password })
  for (const { call } of [author, chief]) await call.sync.now({})

  return {
    author,
    chief,
    async killDuring(desktop, victim, on, at) {
      const sprung = gate.set({ on, at, spring: () => (victim === 'core' ? desktop.kill() : server.kill()) })
      // Core and request die together, so this call may fail; what counts is what is found afterwards.
      desktop.call.sync.now({}).catch(() => undefined)
      await sprung
      if (victim === 'core') await desktop.start()
      else server = await revive(server, gate, deskDir)
    },
    async reaches(desktop, articleId, state) {
      for (let round = 0; round < 10; round += 1) {
        await desktop.call.sync.now({})
        const known = await desktop.call.articles.open({ articleId }).catch(() => null)
        if (known?.status.state === state && known.pending === null) return
      }
      expect(await desktop.call.sync.outbox({}), `the article reaches ${state}`).toEqual([])
    },
    async holdsOnce(articleId, revisionId) {
      await server.kill()
      const store = openStore(join(deskDir, 'desk.sqlite'))
      const record = await store.read((read) =>
        read
          .selectFrom('record')
          .select(['event', 'revisionId'])
          .where('articleId', '=', articleId)
          .orderBy('seq')
          .execute(),
      )
      const publications = await store.read((read) => read.selectFrom('publications').select('id').execute())
      const chain = await store.read(verifyRecord)
      await store.close()
      expect(record).toEqual(
        ['revisionStored', 'submitted', 'verdictGiven', 'published'].map((event) => ({ event, revisionId })),
      )
      expect(publications).toHaveLength(1)
      expect(chain.brokenAt).toBeNull()
    },
  }
}

async function revive(server: ServerChild, gate: Gate, deskDir: string): Promise<ServerChild> {
  const again = await startServerChild(deskDir, Number(new URL(server.url).port), gate.url)
  gate.target = again.url
  return again
}
