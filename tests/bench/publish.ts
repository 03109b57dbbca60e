import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { png } from '#core/testing/pictures.ts'
import type { ArticleState } from '#shared/domain/article.ts'
import { picture } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { startServerChild } from '../kit/children.ts'
import { completeArticle, furnish, password } from '../kit/newsroom.ts'
import { startChild } from './kit/child.ts'
import type { BenchDesktop } from './kit/desktop.ts'
import { openDesktop } from './kit/desktop.ts'
import { inFolder } from './kit/folder.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'
import { paragraphs } from './kit/text.ts'

const limits = {
  // Measured 4.3 to 7.4: the chief editor's desktop has to hear of each step and fetch the text, the server keeps its
  // record and renders the page, and the desktops keep their outboxes. Guards against a step that waits for a timer or
  // another round of the conversation, and against work that grows with what is already published.
  publishToFloor: 12,
}

/** Bytes of the picture: what a newsroom's photograph has after it was cut for the site. */
const pictureSize = 200_000

/**
 * One article of 2,000 characters with a picture: from the author's submitting, over the chief editor's verdict at
 * another desktop, to the receipt. The floor sends the bodies of the same requests to a server that syncs each to a file
 * and does nothing else.
 */
export function run({ quick }: { quick: boolean }): Promise<Finding> {
  return inFolder(async (folder) => {
    const deskDir = join(folder, 'desk')
    await furnish(deskDir)
    const server = await startServerChild(deskDir, 0, 'http://site.example')
    const taker = await startChild(fileURLToPath(new URL('./kit/children/takePuts.ts', import.meta.url)), folder)
    const wire = new Wiretap()
    const author = await openDesktop(join(folder, 'author'), { fetch: wire.fetch })
    const chief = await openDesktop(join(folder, 'chief'), { fetch: wire.fetch })
    try {
      await enrol(author, server.url, 'author')
      await enrol(chief, server.url, 'chief')
      const floorUrl = `http://127.0.0.1:${Number(taker.said)}/`
      const ms = await medians(quick ? 5 : 25, 2, {
        async galley() {
          const articleId = await write(author)
          wire.bodies = []
          return timed(() => publish(author, chief, articleId))
        },
        floor: () => timed(() => putAll(floorUrl, wire.bodies)),
      })
      const figures = {
        publishToFloor: ms.galley / ms.floor,
        publishMs: ms.galley,
        floorMs: ms.floor,
        requests: wire.bodies.length,
        bytes: wire.bodies.reduce((sum, { length }) => sum + length, 0),
      }
      return judge(figures, limits)
    } finally {
      await author.core.close()
      await chief.core.close()
      await Promise.all([server.kill(), taker.kill()])
    }
  })
}

async function enrol({ window }: BenchDesktop, serverUrl: string, account: string): Promise<void> {
  await window.call.settings.enrol({ serverUrl, account, password })
  await window.call.sync.now({})
}

async function write({ window }: BenchDesktop): Promise<ArticleId> {
  const { call } = window
  const articleId = await completeArticle(call)
  // A file of its own each time: one that the desk has is not sent again.
  const bytes = new Uint8Array(Buffer.concat([png(1200, 800), randomBytes(pictureSize)]))
  const file = await call.media.add({ bytes })
  const shown = picture(file, { alt: '河堤', credit: '许棠', rights: '自有', source: '河湾新闻网' })
  const blocks = [shown, ...paragraphs(2_000)]
  const ops = blocks.map((block, at) => ({ op: 'put' as const, after: blocks[at - 1]?.$.id ?? null, block }))
  await call.articles.journal({ articleId, step: randomUUID(), ops })
  return articleId
}

async function publish(author: BenchDesktop, chief: BenchDesktop, articleId: ArticleId): Promise<void> {
  const arrived = reaches(chief, articleId, 'inReview')
  const { revisionId } = await author.window.call.review.submit({ articleId })
  await arrived
  const signedOff = reaches(chief, articleId, 'signedOff')
  await chief.window.call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '可以签发。' })
  await signedOff
  const published = reaches(chief, articleId, 'published')
  await chief.window.call.review.publish({ articleId, revisionId })
  await published
}

/** Resolves when the desktop knows that the article stands there, has its text, and has nothing to say about it. */
function reaches({ window }: BenchDesktop, articleId: ArticleId, state: ArticleState): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const { status, pending } = await window.call.articles.open({ articleId })
      if (pending?.state === 'rejected') throw new Error(`the desk refused: ${pending.error?.message}`)
      if (status.state !== state || pending !== null) return
      stop()
      resolve()
    }
    const stop = window.on('articles.changed', (change) => {
      if (change.articleId !== articleId) return
      // An article is told of before its text has arrived, which says so again.
      look().catch((error: unknown) => {
        if (!isGalleyError(error, 'not_found')) reject(new Error(`no way to ${state}`, { cause: error }))
      })
    })
  })
}

/** Keeps the bodies of the requests that change something. */
class Wiretap {
  bodies: Uint8Array[] = []

  readonly fetch: typeof globalThis.fetch = (url, init) => {
    const body = init?.body
    if (body !== undefined && body !== null) this.bodies.push(new Uint8Array(Buffer.from(body as string | Uint8Array)))
    return fetch(url, init)
  }
}

async function putAll(url: string, bodies: readonly Uint8Array[]): Promise<void> {
  for (const body of bodies) {
    const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(body) })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the floor answered ${answer.status}`)
  }
}
