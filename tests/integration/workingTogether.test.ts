import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'

import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { startServer } from '#server/app.ts'
import type { Block } from '#shared/document/blocks.ts'
import { blockId, isClash } from '#shared/document/blocks.ts'
import { paragraph } from '#shared/document/make.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { blockText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { completeArticle, furnish, password } from '../kit/newsroom.ts'

/**
 * Real desktops and a real desk: whatever several people write at once, with or without a network, in the end everybody
 * has the same text, with every word that nobody deleted, and the desktops have nothing left to say to each other.
 */
const desktops = 4

type Step =
  | { do: 'sync'; at: number }
  | { do: 'insert' | 'extend' | 'remove' | 'move' | 'split'; at: number; place: number; to: number }

const at = fc.nat(desktops - 1)
const place = fc.nat(30)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const), at }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('insert' as const, 'insert', 'extend', 'extend', 'remove', 'move', 'split'),
      at,
      place,
      to: place,
    }),
  },
)

it('ends with one text at all desktops, and every word in it', { timeout: 240_000 }, async () => {
  const room = await openRoom()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
      const articleId = await room.begin()
      const words = new Words()
      for (const next of steps) {
        const desktop = room.at(next.at)
        if (next.do === 'sync') await sync(desktop)
        else await write(desktop, articleId, next, words)
      }
      for (let round = 0; round < 4; round += 1) for (const desktop of room.all) await sync(desktop)
      const [text, ...others] = await room.texts(articleId)
      for (const other of others) expect(other).toEqual(text)
      words.expectIn(text ?? [])
      const stored = await room.stored(articleId)
      for (const desktop of room.all) await sync(desktop)
      expect(await room.stored(articleId)).toBe(stored)
    }),
    { numRuns: 20 },
  )
})

async function openRoom() {
  const deskDir = join(temporaryFolder(), 'desk')
  await furnish(deskDir)
  const server = await startServer({ dataDir: deskDir, host: '127.0.0.1', port: 0, log: silentLogger })
  onTestFinished(() => server.close())
  const all: Desktop[] = []
  for (let n = 0; n < desktops; n += 1) {
    const desktop = await openDesktop()
    await desktop.call.sync.setPaused({ paused: true })
    await desktop.call.settings.enrol({ serverUrl: server.url, account: n % 2 === 0 ? 'author' : 'chief', password })
    all.push(desktop)
  }
  const roomAt = (n: number): Desktop => {
    const desktop = all[n]
    if (desktop === undefined) throw new RangeError(`no desktop ${n}`)
    return desktop
  }
  const author = roomAt(0)
  await sync(author)
  const people = (await author.call.settings.newsroom({}))?.people ?? []
  const colleague = people.find(({ account }) => account === 'chief')
  if (colleague === undefined) throw new Error('nobody to write with')
  return {
    all,
    at: roomAt,
    /** An article that is at all desktops. */
    async begin(): Promise<ArticleId> {
      const articleId = await completeArticle(author.call)
      await author.call.sharing.setCoWriter({ articleId, personId: colleague.id, writes: true })
      for (const desktop of all) await sync(desktop)
      return articleId
    },
    texts: (articleId: ArticleId) =>
      Promise.all(all.map(async ({ call }) => (await call.articles.open({ articleId })).content.blocks)),
    /** When the desk last stored something of anybody's, as the author's desktop has heard. */
    stored: async (articleId: ArticleId) =>
      JSON.stringify((await author.call.sharing.writers({ articleId })).map(({ lastAt }) => lastAt)),
  }
}

/** Back at the desk for one round, and away again. */
async function sync({ call }: Desktop): Promise<void> {
  await call.sync.setPaused({ paused: false })
  expect((await call.sync.now({})).connection).toBe('online')
  await call.sync.setPaused({ paused: true })
}

/** Words that were written, each once, and those that somebody deleted. */
class Words {
  readonly #written = new Set<string>()
  readonly #deleted = new Set<string>()

  next(): string {
    const word = `〔${this.#written.size + 1}〕`
    this.#written.add(word)
    return word
  }

  /** Everything in the text: whoever deletes it deletes that. */
  delete(text: string): void {
    for (const [word] of text.matchAll(/〔\d+〕/g)) this.#deleted.add(word)
  }

  expectIn(blocks: readonly Block[]): void {
    const whole = blocks
      .filter((block) => !isClash(block))
      .map(textOf)
      .join('\n')
    const clashing = JSON.stringify(blocks.filter(isClash))
    for (const word of this.#written) {
      const times = whole.split(word).length - 1
      expect(times, `${word} in ${whole}`).toBeLessThanOrEqual(1)
      if (!this.#deleted.has(word)) expect(times === 1 || clashing.includes(word), `${word} is there`).toBe(true)
    }
  }
}

const textOf = (block: Block): string => (block.type === 'picture' ? '' : blockText(block))

async function write(
  { call }: Desktop,
  articleId: ArticleId,
  { do: act, place, to }: Exclude<Step, { do: 'sync' }>,
  words: Words,
): Promise<void> {
  const { content } = await call.articles.open({ articleId })
  const blocks = content.blocks.filter((block) => block.type === 'paragraph')
  const block = blocks[place % Math.max(1, blocks.length)]
  const behind = blocks[to % Math.max(1, blocks.length)]
  const after = behind === undefined ? null : blockId(behind)
  const ops: JournalOp[] = []
  if (act === 'insert' || block === undefined) ops.push({ op: 'put', after, block: paragraph(words.next()) })
  else {
    const index = content.blocks.indexOf(block)
    const before = content.blocks[index - 1]
    const stays = before === undefined ? null : blockId(before)
    const text = textOf(block)
    const saying = (said: string): Block => ({ ...paragraph(said), $: block.$ })
    if (act === 'extend') ops.push({ op: 'put', after: stays, block: saying(text + words.next()) })
    if (act === 'remove') {
      words.delete(text)
      ops.push({ op: 'remove', id: blockId(block) })
    }
    if (act === 'move' && after !== blockId(block)) ops.push({ op: 'put', after, block })
    if (act === 'split') {
      const cut = text.indexOf('〔', 1)
      if (cut > 0) {
        ops.push({ op: 'put', after: stays, block: saying(text.slice(0, cut)) })
        ops.push({ op: 'put', after: blockId(block), block: paragraph(text.slice(cut)) })
      }
    }
  }
  if (ops.length > 0) await call.articles.journal({ articleId, step: randomUUID(), ops })
}
