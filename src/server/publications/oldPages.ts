import { readNewsroom } from '../desk/newsroom.ts'
import { loadRevision } from '../desk/revisions.ts'
import type { Readable } from '../storage/open.ts'
import type { Rendition, Workshop } from './renditions.ts'
import { makeRendition } from './renditions.ts'
import { statementOf } from './statement.ts'
import { isPicture } from '#shared/document/blocks.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import type { Logger } from '#shared/log.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/*
 * Pages from before there were renditions name the originals of their pictures. The pages are evidence: a receipt has
 * their hash, so not a byte of them is changed. What stands at the addresses that they name is the file for readers
 * instead, made when somebody first asks for it, or soon after the server has started.
 */

export interface OldPages {
  /** What readers get at the address of an original; null for what no old page shows, or what cannot be made. */
  rendition(original: MediaHash): Promise<Rendition | null>
  /** Makes what is missing, the newest pages first; `signal` ends it in between. */
  makeAll(signal: AbortSignal): Promise<void>
}

export function oldPages(workshop: Workshop, log: Logger): OldPages {
  const { store } = workshop
  const underWay = new Map<MediaHash, Promise<Rendition | null>>()

  async function make(original: MediaHash): Promise<Rendition | null> {
    const order = await store.read((read) => orderOf(read, original))
    if (order === null) return null
    const made = await makeRendition(workshop, original, order.statement).catch((error: unknown) => {
      if (!(error instanceof GalleyError)) throw error
      log.warn('a picture of an old page cannot be made for readers', { original, code: error.code })
      return null
    })
    if (made === null) return null
    await store.write((tx) =>
      tx
        .insertInto('renditions')
        .values({ publicationId: order.publicationId, ...made })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
    return made
  }

  /** However many readers ask at once, it is made once. */
  async function rendition(original: MediaHash): Promise<Rendition | null> {
    const known = await store.read((read) => find(read, original))
    if (known !== null) return known
    const making = underWay.get(original) ?? make(original).finally(() => underWay.delete(original))
    underWay.set(original, making)
    return making
  }

  return {
    rendition,
    async makeAll(signal) {
      for (const original of await store.read(missing)) {
        if (signal.aborted) return
        await rendition(original)
      }
    },
  }
}

/** Made for a page that shows the original itself: what another page's rendition says of itself is about that page. */
const madeForOldPages = (read: Readable) =>
  read
    .selectFrom('renditions')
    .innerJoin('publicationMedia', (join) =>
      join
        .onRef('publicationMedia.publicationId', '=', 'renditions.publicationId')
        .onRef('publicationMedia.hash', '=', 'renditions.original'),
    )

async function find(read: Readable, original: MediaHash): Promise<Rendition | null> {
  const row = await madeForOldPages(read)
    .selectAll('renditions')
    .where('renditions.original', '=', original)
    .executeTakeFirst()
  if (row === undefined) return null
  const { publicationId: _, ...rendition } = row
  return rendition
}

async function missing(read: Readable): Promise<MediaHash[]> {
  const rows = await read
    .selectFrom('publicationMedia')
    .innerJoin('publications', 'publications.id', 'publicationMedia.publicationId')
    .select((x) => ['publicationMedia.hash', x.fn.max('publications.publishedAt').as('shownLast')])
    .where('publicationMedia.hash', 'not in', madeForOldPages(read).select('renditions.original'))
    .groupBy('publicationMedia.hash')
    .orderBy('shownLast', 'desc')
    .execute()
  return rows.map(({ hash }) => hash)
}

/** The newest old page that shows it, and what is printed under it there. */
async function orderOf(read: Readable, original: MediaHash) {
  const page = await read
    .selectFrom('publicationMedia')
    .innerJoin('publications', 'publications.id', 'publicationMedia.publicationId')
    .select(['publications.id', 'publications.articleId', 'publications.revisionId'])
    .where('publicationMedia.hash', '=', original)
    .orderBy('publications.publishedAt', 'desc')
    .executeTakeFirst()
  if (page === undefined) return null
  const { content } = await loadRevision(read, page.articleId, page.revisionId)
  const picture = content.blocks.filter(isPicture).find(({ media }) => media === original)
  if (picture === undefined) return null
  const { aiUse } = content.fields.attribution
  const statement = statementOf(picture, aiUse, await readNewsroom(read), page.id)
  return { publicationId: page.id, statement }
}
