import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { SyncStatus } from '#shared/contract/sync.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import { countText } from '#shared/document/count.ts'
import { bodyText } from '#shared/document/text.ts'
import type { Receipt } from '#shared/domain/article.ts'
import { attributionGaps } from '#shared/domain/attributionRules.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { dayIn } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { Auditor } from './auditor.ts'
import type { Desktop } from './desktop.ts'
import { DemoFailure, hold } from './failure.ts'
import type { Planned } from './plan.ts'
import type { Steps } from './steps.ts'
import { typeIn } from './typing.ts'

/** Where an article is walked: two desktops, and somebody who asks the desk itself. */
export interface Room {
  newsroom: Newsroom
  writer: Desktop
  chief: Desktop
  auditor: Auditor
}

/** An article that stands before its readers. */
export interface Walked {
  articleId: ArticleId
  revisionId: RevisionId
  receipt: Receipt
  /** As the chief editor read and signed it. */
  signed: ArticleDetail
}

/** The whole way of one article: written offline on one desktop, signed offline on another, published once. */
export async function walk(planned: Planned, room: Room, steps: Steps): Promise<Walked> {
  const { articleId, revisionId } = await write(planned, room, steps)
  const signed = await signOff(articleId, revisionId, room, steps)
  const receipt = await publish(articleId, revisionId, room, steps)
  return { articleId, revisionId, receipt, signed }
}

interface Written {
  articleId: ArticleId
  revisionId: RevisionId
}

async function write(
  { file, parsed, supplement }: Planned,
  { newsroom, writer, auditor }: Room,
  steps: Steps,
): Promise<Written> {
  const { call } = writer
  const articleId = await steps.take('import', async () => {
    await call.sync.setPaused({ paused: true })
    const { fileName, bytes, attachments } = file
    const { articleId } = await call.articles.importFile({ fileName, bytes, attachments })
    const { content } = await call.articles.open({ articleId })
    hold('blocks', content.blocks.length, parsed.blocks.length)
    const { words } = countText(bodyText(content.blocks))
    return { value: articleId, said: { blocks: content.blocks.length, words, pictures: parsed.pictures.length } }
  })
  await steps.take('write', async () => {
    const typed = await typeIn(call, articleId, supplement)
    return { value: null, said: { ...typed } }
  })
  const revisionId = await steps.take('submit', async () => {
    const { revisionId } = await call.review.submit({ articleId })
    const { connection, waiting } = await call.sync.status({})
    hold('connection', connection, 'paused')
    hold('desk', await auditor.article(articleId), null)
    return { value: revisionId, said: { revision: revisionId.slice(0, 12), waiting } }
  })
  await steps.take('online', async () => {
    await call.sync.setPaused({ paused: false })
    await settle(writer)
    const status = (await auditor.article(articleId))?.status
    const [stage] = newsroom.stages
    hold('status', status, { state: 'inReview', revisionId, stageId: stage?.id })
    return { value: null, said: { stage: stage?.name ?? '' } }
  })
  return { articleId, revisionId }
}

async function signOff(articleId: ArticleId, revisionId: RevisionId, room: Room, steps: Steps): Promise<ArticleDetail> {
  const { newsroom, writer, chief, auditor } = room
  const { call, network } = chief
  await steps.take('receive', async () => {
    await settle(chief)
    const { rows } = await call.articles.list({ view: 'toReview', offset: 0, limit: 500 })
    hold('to review', rows.filter((row) => row.articleId === articleId).length, 1)
    const [theirs, mine] = await Promise.all([
      writer.call.articles.open({ articleId }),
      call.articles.open({ articleId }),
    ])
    hold('revision', mine.revisionId, revisionId)
    hold('content', canonicalHash(mine.content), canonicalHash(theirs.content))
    return { value: null, said: {} }
  })
  const read = await steps.take('review', async () => {
    network.cut()
    hold('connection', (await call.sync.now({})).connection, 'offline')
    const detail = await call.articles.open({ articleId })
    const gaps = attributionGaps(detail.content, newsroom, dayIn(new Date(), newsroom.timeZone))
    hold(
      'missing',
      gaps.filter(({ hard }) => hard),
      [],
    )
    return { value: detail, said: {} }
  })
  await steps.take('signOff', async () => {
    await call.review.giveVerdict({ articleId, revisionId, verdict: 'approve', opinion: '同意签发。' })
    const { waiting } = await call.sync.status({})
    hold('waiting', waiting, 1)
    hold('status', (await auditor.article(articleId))?.status.state, 'inReview')
    return { value: null, said: { waiting } }
  })
  await steps.take('return', async () => {
    network.restore()
    await settle(chief)
    const article = await auditor.article(articleId)
    hold('status', article?.status, { state: 'signedOff', revisionId })
    hold(
      'verdicts',
      article?.verdicts.map(({ statement }) => [statement.verdict, statement.revisionId]),
      [['approve', revisionId]],
    )
    return { value: null, said: {} }
  })
  return read
}

async function publish(articleId: ArticleId, revisionId: RevisionId, room: Room, steps: Steps): Promise<Receipt> {
  const { writer, chief } = room
  const receipt = await steps.take('publish', async () => {
    await chief.call.review.publish({ articleId, revisionId })
    await settle(chief)
    const { receipts } = await chief.call.articles.open({ articleId })
    const [receipt] = receipts
    if (receipt === undefined || receipts.length > 1) throw new DemoFailure('galley', `${receipts.length} receipts`)
    return { value: receipt, said: { url: receipt.url } }
  })
  await steps.take('hear', async () => {
    await settle(writer)
    const { status, receipts } = await writer.call.articles.open({ articleId })
    hold('status', status, { state: 'published', revisionId, publicationId: receipt.publicationId })
    hold('receipts', receipts, [receipt])
    return { value: null, said: {} }
  })
  return receipt
}

/** One round with the desk, after which nothing may be waiting. Throws what the desk refused. */
async function settle({ call }: Desktop): Promise<SyncStatus> {
  const status = await call.sync.now({})
  const refused = (await call.sync.outbox({})).find(({ state }) => state === 'rejected')
  if (refused?.error != null) throw new GalleyError(refused.error.code, refused.error.details)
  if (status.lastError !== null && status.connection !== 'online') {
    throw new GalleyError(status.lastError.code, status.lastError.details)
  }
  hold('connection', status.connection, 'online')
  hold('waiting', status.waiting, 0)
  return status
}
