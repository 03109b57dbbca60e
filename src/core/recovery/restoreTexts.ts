import type { RestoredArticle } from '#shared/contract/recovery.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import type { Logger } from '#shared/log.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { findArticle, insertArticle, updateListFields } from '../articles/repository.ts'
import type { Database } from '../db/database.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { readDraftText } from '../journal/draftText.ts'
import { findDraft, insertDraft, rememberStep, replaceDraft, replaceSnapshot } from '../journal/repository.ts'
import { readSetting } from '../settings/repository.ts'
import type { Composed, Start } from './compose.ts'
import { compose } from './compose.ts'
import type { AllEvidence, Evidence } from './evidence.ts'

/**
 * Brings the drafts of `db` up to what is known of their words. Answers what was done with each; an article without an
 * author here waits until somebody has enrolled.
 */
export function restoreTexts(db: Database, all: AllEvidence, log: Logger): RestoredArticle[] {
  const me = readSetting(db, 'enrolment')?.person.id ?? null
  return [...all].flatMap(([articleId, evidence]): RestoredArticle[] => {
    try {
      const restored = restoreText(db, articleId, evidence, me)
      return restored === null ? [] : [restored]
    } catch (error) {
      log.error('a text was not restored', { articleId, error: String(error) })
      return [{ articleId, headline: '', outcome: 'lost' }]
    }
  })
}

function restoreText(
  db: Database,
  articleId: ArticleId,
  evidence: Evidence,
  me: PersonId | null,
): RestoredArticle | null {
  const draft = findDraft(db, articleId)
  if (draft !== undefined && draft.version >= evidence.latest) return null
  const authorId = findArticle(db, articleId)?.authorId ?? me
  if (authorId === null) return null
  const composed = compose([...startHere(db, articleId), ...evidence.texts], evidence)
  if (composed === null) return { articleId, headline: '', outcome: 'lost' }
  transaction(db, (tx) => write(tx, articleId, evidence, composed, authorId))
  const { headline, slug } = composed.content.fields
  return { articleId, headline: headline || slug, outcome: composed.complete ? 'whole' : 'partly' }
}

/** What the library has, unless even that cannot be read. */
function startHere(db: ReadableDb, articleId: ArticleId): Start[] {
  try {
    const draft = findDraft(db, articleId)
    if (draft === undefined) return []
    return [{ version: draft.version, content: readDraftText(db, articleId, draft.version), sure: true }]
  } catch {
    return []
  }
}

function write(
  tx: WritableDb,
  articleId: ArticleId,
  { latest, at, steps }: Evidence,
  { content, complete }: Composed,
  authorId: PersonId,
): void {
  const list = listFieldsOf(content)
  const snapshot = JSON.stringify(content)
  if (findArticle(tx, articleId) === undefined) insertArticle(tx, { articleId, authorId, list, at })
  const before = findDraft(tx, articleId)
  if (before === undefined) insertDraft(tx, { articleId, snapshot, at, base: null })
  for (const [version, { step, at: answered }] of steps) {
    // So that a step which a window sends again is recognised, and not typed twice.
    rememberStep(tx, articleId, { version, step, savedAt: answered })
  }
  if (complete) {
    tx.run('UPDATE drafts SET version = ?, saved_at = ? WHERE article_id = ?', [latest, at, articleId])
    replaceSnapshot(tx, articleId, latest, snapshot)
  } else {
    // It may differ from what a window still shows: what is typed there on the old text is merged and not put on top.
    replaceDraft(tx, articleId, latest + 1, snapshot, at)
  }
  updateListFields(tx, articleId, list, at)
}
