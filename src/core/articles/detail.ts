import type { ArticleDetail, ArticleRow } from '#shared/contract/rows.ts'
import { isEditable, writesIn } from '#shared/domain/article.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Draft } from '../journal/drafts.ts'
import { getRevision } from '../revisions/repository.ts'
import { isLeftBehind } from '../sharing/standing.ts'
import { openRows, openRowsOf } from '../sync/outbox/repository.ts'
import { pendingAct } from '../sync/outbox/pending.ts'
import type { StoredArticle } from './rows.ts'

/** Articles as lists show them. */
export function rowsOf(db: ReadableDb, articles: readonly StoredArticle[]): ArticleRow[] {
  const open = openRowsOf(
    db,
    articles.map(({ articleId }) => articleId),
  )
  return articles.map((article) => {
    const { articleId, slug, headline, excerpt, kind, columnId, authorId, status, updatedAt } = article
    const pending = pendingAct(open.get(articleId) ?? [])
    return { articleId, slug, headline, excerpt, kind, columnId, authorId, status, pending, updatedAt }
  })
}

/** Those who write in it may do so now: it is not before reviewers or readers, and nothing of it is on the way there. */
export function mayWrite(db: ReadableDb, article: StoredArticle, me: PersonId): boolean {
  const { articleId, status, binnedAt } = article
  if (!writesIn(article, me) || binnedAt !== null || !isEditable(status)) return false
  const pending = pendingAct(openRows(db, articleId))
  return pending === null || pending.state === 'rejected'
}

/** An article as a window opens it. Throws `not_found` while its text has not arrived here. */
export function detailOf(db: ReadableDb, article: StoredArticle, draft: Draft | null, me: PersonId): ArticleDetail {
  const { articleId, authorId, coWriters, writers, status, binnedAt, verdicts, receipts } = article
  return {
    articleId,
    authorId,
    coWriters,
    writers,
    ...(draft === null ? frozenText(db, article) : writtenText(draft)),
    editable: draft !== null && mayWrite(db, article, me),
    binned: binnedAt !== null,
    leftBehind: draft !== null && isLeftBehind(db, article, draft),
    status,
    verdicts,
    receipts,
    pending: pendingAct(openRows(db, articleId)),
  }
}

type Text = Pick<ArticleDetail, 'content' | 'version' | 'savedAt' | 'revisionId'>

const writtenText = ({ content, version, savedAt, baseRevision, baseVersion }: Draft): Text => ({
  content,
  version,
  savedAt,
  revisionId: version === baseVersion ? baseRevision : null,
})

function frozenText(db: ReadableDb, { articleId, status, updatedAt }: StoredArticle): Text {
  if (status.state === 'drafting') throw new GalleyError('not_found', { articleId })
  const { revisionId } = status
  return { content: getRevision(db, revisionId).content, version: 0, savedAt: updatedAt, revisionId }
}
