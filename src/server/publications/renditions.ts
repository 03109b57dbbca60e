import { hashFile } from '../desk/mediaFolder.ts'
import type { MediaFolder } from '../desk/mediaFolder.ts'
import { findArticle, underReview } from '../desk/articles.ts'
import { readNewsroom } from '../desk/newsroom.ts'
import { loadRevision } from '../desk/revisions.ts'
import type { Caller } from '../accounts/tokens.ts'
import type { Store, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import type { Order } from './publish.ts'
import { findReceipt } from './receipts.ts'
import { statementOf } from './statement.ts'
import type { Pictures } from '#pictures/contract.ts'
import { blockId, isPicture } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { BlockId, MediaHash, PublicationId } from '#shared/domain/ids.ts'
import { newPublicationId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import { refusePublication } from '#shared/domain/workflow.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

export type Rendition = Omit<Tables['renditions'], 'publicationId'>

/** What readers will get of an article's pictures, made before the transaction that publishes it: it takes seconds. */
export interface PreparedPictures {
  /** The publication that they speak of. */
  publicationId: PublicationId
  /** Null for a picture of which the desk's own file is gone or damaged. */
  byBlock: ReadonlyMap<BlockId, Rendition | null>
}

export interface Workshop {
  store: Store
  media: MediaFolder
  pictures: Pictures
}

/**
 * Makes a file for readers of every picture of a revision: see pictures/decode/publish.ts. What will be refused anyway
 * gets none, and is refused by `publish`. Files that no publication comes to name are swept: see desk/mediaSweep.ts. Throws
 * `decoder_unavailable`.
 */
export async function preparePictures(workshop: Workshop, caller: Caller, order: Order): Promise<PreparedPictures> {
  const publicationId = newPublicationId()
  const found = await readOrder(workshop.store, caller, order)
  const byBlock = new Map<BlockId, Rendition | null>()
  if (found === null) return { publicationId, byBlock }
  const { content, newsroom } = found
  for (const picture of content.blocks.filter(isPicture)) {
    const statement = statementOf(picture, content.fields.attribution.aiUse, newsroom, publicationId)
    byBlock.set(blockId(picture), await makeRendition(workshop, picture.media, statement))
  }
  return { publicationId, byBlock }
}

function readOrder(store: Store, { person }: Caller, order: Order) {
  const { articleId, revisionId } = order
  return store.read(async (read) => {
    if (!may(person.roles, 'publish') || (await findReceipt(read, order)) !== null) return null
    const article = await findArticle(read, articleId)
    if (article === null || refusePublication(underReview(article), person, revisionId) !== null) return null
    const content = await loadRevision(read, articleId, revisionId).then((revision) => revision.content, refusedLater)
    if (content === null) return null
    return { content, newsroom: await readNewsroom(read) }
  })
}

/** Null when the desk's own file is gone or damaged. Throws what `Pictures` throws. */
export async function makeRendition(
  { media, pictures }: Workshop,
  original: MediaHash,
  statement: ReturnType<typeof statementOf>,
): Promise<Rendition | null> {
  const path = media.pathOf(original)
  if ((await hashFile(path).catch(() => null)) !== original) return null
  const made = await media.derive((to) => pictures.publish({ path, to, statement }))
  return { original, ...made }
}

/** What is wrong with the revision itself is judged, and recorded, in the transaction. */
function refusedLater(error: unknown): null {
  if (error instanceof GalleyError) return null
  throw error
}

/**
 * The revision as it is shown: each picture is the file that was made of it. Throws `media_missing`. One of which none
 * was tried is no refusal that may be kept
 * under the request's key: the last verdict came while this publication was being prepared, and asking again will do.
 */
export function withRenditions(content: ArticleContent, { byBlock }: PreparedPictures): ArticleContent {
  const blocks = content.blocks.map((block) => {
    if (!isPicture(block)) return block
    const rendition = byBlock.get(blockId(block))
    if (rendition === null) throw new GalleyError('media_missing', { media: block.media })
    if (rendition === undefined) throw new Error(`no file for readers was made of ${block.media}: ask again`)
    const { hash, width, height } = rendition
    return { ...block, media: hash, width, height }
  })
  return { ...content, blocks }
}

/** Notes which files a publication shows: these, and no originals, are for readers. */
export async function noteRenditions(tx: Writable, { publicationId, byBlock }: PreparedPictures): Promise<void> {
  const files = new Map<MediaHash, Rendition>()
  for (const rendition of byBlock.values()) if (rendition !== null) files.set(rendition.hash, rendition)
  const rows = [...files.values()].map((rendition) => ({ publicationId, ...rendition }))
  if (rows.length > 0) await tx.insertInto('renditions').values(rows).execute()
}
