import type { ImportReport } from '#shared/contract/archives.ts'
import { translator } from '#shared/messages/format.ts'
import { chooseLocale } from '#shared/messages/format.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { storedContent } from '../articles/content.ts'
import { listFieldsOf } from '../articles/excerpt.ts'
import { findArticle, getArticle, insertArticle, setStanding, updateListFields } from '../articles/repository.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { keepPoint } from '../history/keepPoint.ts'
import { findDraft, insertDraft, rememberStep, setBase, stepAt } from '../journal/repository.ts'
import { hasRevision } from '../revisions/repository.ts'
import type { Desk } from '../settings/desk.ts'
import { hold } from '../sharing/held.ts'
import { decide } from './decide.ts'
import { copyHistory, takeHistory } from './takeHistory.ts'

export type TakenIn = Pick<ImportReport, 'kept'> & {
  outcome: keyof ImportReport['outcomes']
  /** Articles that are new, or of which something is. */
  changed: ArticleId[]
}

/**
 * Takes one article of the staged library in. Part of the one transaction of an import. Nothing is put into the outbox,
 * and drafts that come in are held: an archive says what was, and does nothing.
 */
export function takeInArticle(
  tx: WritableDb,
  staged: ReadableDb,
  articleId: ArticleId,
  desk: Desk,
  at: Instant,
): TakenIn {
  const { outcome, addArticle, addDraft, copyAs } = decide(tx, staged, desk.person.id, articleId)
  const there = getArticle(staged, articleId)
  if (addArticle) {
    insertArticle(tx, { articleId, authorId: there.authorId, list: there, at: there.updatedAt })
    setStanding(tx, articleId, there)
  }
  const isHere = findArticle(tx, articleId) !== undefined
  const hasMore = isHere && takeHistory(tx, staged, articleId)
  if (addDraft) takeDraft(tx, staged, articleId)
  const kept = copyAs === null ? [] : [copyDraft(tx, staged, articleId, copyAs, desk, at)]
  const changed = [...(addArticle || addDraft || hasMore ? [articleId] : []), ...(copyAs === null ? [] : [copyAs])]
  return { outcome, kept, changed }
}

function takeDraft(tx: WritableDb, staged: ReadableDb, articleId: ArticleId): void {
  const head = findDraft(staged, articleId)
  const content = storedContent(staged, getArticle(staged, articleId))
  if (head === undefined || content === null) return
  const { version, savedAt, baseRevision, baseVersion } = head
  insertDraft(tx, { articleId, snapshot: JSON.stringify(content), at: savedAt, base: null, version })
  const step = stepAt(staged, articleId, version)
  if (step !== null) rememberStep(tx, articleId, { step, version, savedAt })
  if (baseRevision !== null && hasRevision(tx, baseRevision)) setBase(tx, articleId, baseRevision, baseVersion)
  updateListFields(tx, articleId, listFieldsOf(content), savedAt)
  hold(tx, articleId, version)
}

/** The archive's draft as an article beside the one that is here, with the history that led to it. */
function copyDraft(
  tx: WritableDb,
  staged: ReadableDb,
  from: ArticleId,
  to: ArticleId,
  { person, newsroom }: Desk,
  at: Instant,
): ImportReport['kept'][number] {
  const words = storedContent(staged, getArticle(staged, from))
  if (words === null) throw new TypeError('a draft that is copied has words')
  const content = named(words, newsroom.language)
  insertArticle(tx, { articleId: to, authorId: person.id, list: listFieldsOf(content), at })
  copyHistory(tx, staged, from, to)
  insertDraft(tx, { articleId: to, snapshot: JSON.stringify(content), at, base: null })
  keepPoint(tx, { articleId: to, reason: 'imported', content, version: 0, at, personId: person.id })
  hold(tx, to, 0)
  return { articleId: to, headline: content.fields.headline || content.fields.slug }
}

/** Its working name says where it came from; the headline is the reader's and stays. */
function named(content: ArticleContent, language: string): ArticleContent {
  const { slug, headline } = content.fields
  const say = translator(chooseLocale([language]))
  const stem = Array.from(slug.trim() || headline.trim() || say('archive.untitled')).slice(0, 80)
  return { ...content, fields: { ...content.fields, slug: say('archive.copyName', { name: stem.join('') }) } }
}
