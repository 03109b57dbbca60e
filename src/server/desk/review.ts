import type { Caller } from '../accounts/tokens.ts'
import type { Writable } from '../storage/open.ts'
import { loadArticle, headOf, moveArticle, seenBy, underReview } from './articles.ts'
import { refuseGaps } from './attribution.ts'
import { refuseUnmerged } from './line.ts'
import { missingMedia } from './media.ts'
import { readNewsroom } from './newsroom.ts'
import { appendRecord } from './record.ts'
import { loadRevision } from './revisions.ts'
import { verifyVerdict } from './signature.ts'
import { refuseOpenClashes } from '#shared/document/clash.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { SignedVerdict } from '#shared/domain/verdict.ts'
import { decide, submit } from '#shared/domain/workflow.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** Hands a revision to review. Everything that the desktop checked is checked again here. */
export async function submitRevision(
  tx: Writable,
  caller: Caller,
  articleId: ArticleId,
  revisionId: RevisionId,
  now: Date,
): Promise<DeskArticle> {
  const at = toInstant(now)
  const article = await loadArticle(tx, articleId)
  if (article.authorId !== caller.person.id) throw new GalleyError('forbidden', { needs: 'author' })
  const { content, parents, authorId } = await loadRevision(tx, articleId, revisionId)
  const newsroom = await readNewsroom(tx)
  const status = submit(underReview(article), newsroom.stages, revisionId)
  await refuseUnmerged(tx, articleId, revisionId)
  const { kind } = content.fields
  if (!newsroom.kinds.includes(kind)) throw new GalleyError('forbidden', { needs: 'kind', kind })
  refuseOpenClashes(content)
  refuseGaps(content, newsroom, now)
  const missing = await missingMedia(tx, content)
  if (missing.length > 0) throw new GalleyError('media_missing', { media: missing })

  const { writers } = article
  const stored = { parents, storedBy: authorId, writers }
  await appendRecord(tx, caller, { articleId, event: 'revisionStored', at, revisionId, data: stored })
  await appendRecord(tx, caller, { articleId, event: 'submitted', at, revisionId, data: {} })
  await tx.updateTable('revisions').set({ submittedAt: at }).where('id', '=', revisionId).execute()
  return moveArticle(tx, articleId, status, at, headOf(content))
}

/** Judges a signed verdict as if no desktop had: place, person, signature, then the newsroom's rules of review. */
export async function giveVerdict(
  tx: Writable,
  caller: Caller,
  articleId: ArticleId,
  signed: SignedVerdict,
  now: Date,
): Promise<DeskArticle> {
  const { statement } = signed
  const { revisionId, stageId, verdict, opinion, personId, deviceId } = statement
  const at = toInstant(now)
  const article = await loadArticle(tx, articleId)
  if (statement.articleId !== articleId) throw new GalleyError('bad_signature', { reason: 'article' })
  if (personId !== caller.person.id) throw new GalleyError('forbidden', { reason: 'person' })
  await verifyVerdict(tx, signed)
  if (verdict !== 'approve' && opinion.trim() === '') throw new GalleyError('invalid_input', { path: 'opinion' })
  const newsroom = await readNewsroom(tx)
  const status = decide(underReview(article), newsroom.stages, caller.person, statement)
  if (verdict === 'approve') {
    const { content } = await loadRevision(tx, articleId, revisionId)
    refuseOpenClashes(content)
    refuseGaps(content, newsroom, now)
  }

  await tx
    .insertInto('verdicts')
    .values({ articleId, revisionId, personId, deviceId, signed: JSON.stringify(signed), receivedAt: at })
    .execute()
  const { roles } = caller.person
  const data = { stageId, verdict, opinion, roles, signedAt: statement.at, signature: signed.signature }
  await appendRecord(tx, caller, { articleId, event: 'verdictGiven', at, revisionId, data })
  return seenBy(await moveArticle(tx, articleId, status, at), personId)
}
