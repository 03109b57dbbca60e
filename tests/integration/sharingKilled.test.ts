import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import type { CoreCalls } from '#shared/contract/core.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { CoreChild } from '../kit/children.ts'
import { startCore, startServerChild } from '../kit/children.ts'
import type { Moment } from '../kit/gate.ts'
import { openGate } from '../kit/gate.ts'
import { completeArticle, furnish, password } from '../kit/newsroom.ts'

/**
 * One person wrote at two desktops at once. Whoever is killed while the words find each other, and wherever the request
 * was at that moment, both desktops have all of them afterwards, once. Processes die by SIGKILL.
 */
const victims = ['core', 'server'] as const
const moments: Moment[] = ['arrived', 'forwarded', 'answered']
const requests = [
  ['sending', { method: 'PUT', path: /\/revisions\// }],
  ['hearing', { method: 'GET', path: /\/line/ }],
] as const
const cases = victims.flatMap((victim) =>
  requests.flatMap(([what, on]) => moments.map((at) => [victim, what, at, on] as const)),
)

it.each(cases)(
  'loses and doubles nothing when the %s is killed while %s, with the request %s',
  { timeout: 120_000 },
  async (victim, _what, at, on) => {
    const room = await openRoom()
    const articleId = await completeArticle(room.first)
    for (const call of [room.first, room.second]) await call.sync.now({})
    for (const call of [room.first, room.second]) await call.sync.setPaused({ paused: true })
    await type(room.first, articleId, '在家里写的。')
    await type(room.second, articleId, '在路上写的。')
    await room.second.sync.setPaused({ paused: false })
    await room.second.sync.now({})
    await room.killDuring(victim, on, at)
    for (let round = 0; round < 3; round += 1) for (const call of [room.first, room.second]) await call.sync.now({})
    const texts = await Promise.all([room.first, room.second].map((call) => textOf(call, articleId)))
    expect(texts[0]).toBe(texts[1])
    for (const words of ['首班渡轮早上六点离岸。', '在家里写的。', '在路上写的。']) {
      expect(texts[0]?.split(words)).toHaveLength(2)
    }
  },
)

async function openRoom() {
  const folder = mkdtempSync(join(tmpdir(), 'galley-together-'))
  const deskDir = join(folder, 'desk')
  await furnish(deskDir)
  const gate = await openGate()
  let server = await startServerChild(deskDir, 0, gate.url)
  gate.target = server.url
  let first: CoreChild = await startCore(join(folder, 'first'))
  const second = await startCore(join(folder, 'second'))
  onTestFinished(async () => {
    await Promise.all([first.kill(), second.kill(), server.kill()])
    await gate.close()
    rmSync(folder, { recursive: true, force: true })
  })
  for (const { client } of [first, second]) {
    await client.call.settings.enrol({ serverUrl: gate.url, account: 'author', password })
  }
  return {
    get first(): CoreCalls {
      return first.client.call
    },
    second: second.client.call,
    /** Brings the first desktop back to the desk, kills during the next such request, and starts again what was killed. */
    async killDuring(victim: (typeof victims)[number], on: (typeof requests)[number][1], at: Moment): Promise<void> {
      const sprung = gate.set({ on, at, spring: () => (victim === 'core' ? first.kill() : server.kill()) })
      // Core and request die together, so this call may fail; what counts is what is found afterwards.
      first.client.call.sync.setPaused({ paused: false }).catch(() => undefined)
      await sprung
      if (victim === 'core') {
        first = await startCore(join(folder, 'first'))
        return
      }
      server = await startServerChild(deskDir, Number(new URL(server.url).port), gate.url)
      gate.target = server.url
    },
  }
}

const type = (call: CoreCalls, articleId: ArticleId, text: string) =>
  call.articles.journal({ articleId, step: randomUUID(), ops: [{ op: 'put', after: null, block: paragraph(text) }] })

const textOf = async (call: CoreCalls, articleId: ArticleId): Promise<string> =>
  bodyText((await call.articles.open({ articleId })).content.blocks)
