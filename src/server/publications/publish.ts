import type { Caller } from '../accounts/tokens.ts'
import { loadArticle, moveArticle, underReview } from '../desk/articles.ts'
import { refuseGaps } from '../desk/attribution.ts'
import { readNewsroom } from '../desk/newsroom.ts'
import { appendRecord } from '../desk/record.ts'
import { loadRevision } from '../desk/revisions.ts'
import { findReceipt } from './receipts.ts'
import { renderPublication } from './render.ts'
import type { PreparedPictures } from './renditions.ts'
import { noteRenditions, withRenditions } from './renditions.ts'
import { verifySignOff } from './signOff.ts'
import type { Writable } from '../storage/open.ts'
import { refuseOpenClashes } from '#shared/document/clash.ts'
import type { Receipt } from '#shared/domain/article.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import { toInstant } from '#shared/domain/time.ts'
import { refusePublication } from '#shared/domain/workflow.ts'

export interface Order {
  articleId: ArticleId
  revisionId: RevisionId
  channel: Receipt['channel']
}

/**
 * Puts a signed-off revision before readers. Nothing that was found true earlier is relied upon: the text is hashed,
 * every signature verified and the attribution judged again, in the transaction that stores the page. A revision stands
 * on a channel once: whoever asks again, under whatever key, gets the receipt of the first time.
 */
export async function publish(
  tx: Writable,
  caller: Caller,
  { articleId, revisionId, channel }: Order,
  pictures: PreparedPictures,
  siteUrl: string,
  now: Date,
): Promise<Receipt> {
  const { person } = caller
  const article = await loadArticle(tx, articleId)
  const earlier = await findReceipt(tx, { articleId, revisionId, channel })
  if (earlier !== null && may(person.roles, 'publish')) return earlier
  const refusal = refusePublication(underReview(article), person, revisionId)
  if (refusal !== null) throw refusal
  const { content } = await loadRevision(tx, articleId, revisionId)
  const newsroom = await readNewsroom(tx)
  await verifySignOff(tx, article, revisionId, newsroom.stages)
  refuseOpenClashes(content)
  refuseGaps(content, newsroom, now)

  const at = toInstant(now)
  const { publicationId } = pictures
  const shown = withRenditions(content, pictures)
  const page = await renderPublication(tx, {
    newsroom,
    siteUrl,
    articleId,
    publicationId,
    publishedAt: at,
    content: shown,
  })
  const receipt: Receipt = {
    publicationId,
    articleId,
    revisionId,
    channel,
    url: page.url,
    publishedAt: at,
    publishedBy: person.id,
    pageHash: page.hash,
  }
  const { columnId } = content.fields
  await tx
    .insertInto('publications')
    .values({
      id: publicationId,
      articleId,
      revisionId,
      channel,
      path: page.path,
      columnId,
      publishedAt: at,
      receipt: JSON.stringify(receipt),
      entry: JSON.stringify(page.entry),
      html: page.html,
    })
    .execute()
  await noteRenditions(tx, pictures)
  await appendRecord(tx, caller, { articleId, event: 'published', at, revisionId, data: { ...receipt } })
  await moveArticle(tx, articleId, { state: 'published', revisionId, publicationId }, at)
  return receipt
}
