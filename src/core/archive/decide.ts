import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { ImportOutcome } from '#shared/contract/archives.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import { countText } from '#shared/document/count.ts'
import { isSame } from '#shared/document/diffContents.ts'
import { bodyText } from '#shared/document/text.ts'
import { writesIn } from '#shared/domain/article.ts'
import { ArticleId } from '#shared/domain/ids.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { storedContent } from '../articles/content.ts'
import { findArticle, getArticle } from '../articles/repository.ts'
import type { StoredArticle } from '../articles/rows.ts'
import type { ReadableDb } from '../db/handles.ts'
import { pointContent, pointsOf } from '../history/repository.ts'
import type { DraftHead } from '../journal/repository.ts'
import { findDraft, stepAt } from '../journal/repository.ts'
import { hasRevision } from '../revisions/repository.ts'
import { isMoved } from '../sharing/freeze.ts'

export interface Decision {
  outcome: ImportOutcome
  /** The article itself is to be made here. */
  addArticle: boolean
  /** Its draft is to be the draft here; nothing is in its place. */
  addDraft: boolean
  /** Its draft is to become an article of its own, under this id. */
  copyAs: ArticleId | null
}

/**
 * What becomes of one article of a staged archive. Words that are here stay where they are, whatever the archive says;
 * words that are only in the archive come in; and where both have some, both are kept. Doing it twice adds nothing.
 */
export function decide(db: ReadableDb, staged: ReadableDb, me: PersonId, articleId: ArticleId): Decision {
  const there = getArticle(staged, articleId)
  const here = findArticle(db, articleId)
  const mine = writesIn(here ?? there, me)
  const draft = findDraft(staged, articleId)
  const words = draft === undefined ? null : storedContent(staged, there)
  const addArticle = here === undefined && (mine ? words !== null || hasHead(staged, there) : hasHead(staged, there))
  const plain: Decision = { outcome: outcomeOf(here, addArticle, mine), addArticle, addDraft: false, copyAs: null }
  if (draft === undefined || words === null) return plain
  const step = stepAt(staged, articleId, draft.version)
  if (!mine) {
    // What comes in to be read, or is here, shows what was handed in. What does not would be lost on whoever has no desk
    // any more to ask for it.
    const isShown = addArticle || here !== undefined
    const isWanted = isShown ? isWork(draft, words) : !isEmpty(words)
    return isWanted && !isKnown(db, articleId, draft, step, words) ? copy(db, plain, 'copied', articleId, words) : plain
  }
  if (findDraft(db, articleId) === undefined) return { ...plain, outcome: 'new', addDraft: true }
  return isKnown(db, articleId, draft, step, words) ? plain : copy(db, plain, 'twice', articleId, words)
}

/** A text of the article came along that is not a draft: lists show it, and it can be opened. */
const hasHead = (staged: ReadableDb, { status }: StoredArticle): boolean =>
  status.state !== 'drafting' && hasRevision(staged, status.revisionId)

function outcomeOf(here: StoredArticle | undefined, added: boolean, mine: boolean): ImportOutcome {
  if (here !== undefined) return 'same'
  if (!added) return 'nothing'
  return mine ? 'new' : 'read'
}

function copy(
  db: ReadableDb,
  plain: Decision,
  outcome: 'twice' | 'copied',
  of: ArticleId,
  words: ArticleContent,
): Decision {
  const copyAs = copyId(of, words)
  return findArticle(db, copyAs) === undefined ? { ...plain, outcome, copyAs } : plain
}

/** Always the same for the same words, so that an archive that is imported again finds its copy. */
function copyId(of: ArticleId, words: ArticleContent): ArticleId {
  const digest = createHash('sha256')
    .update(`galley/archive-copy/1 ${of} ${canonicalHash(words)}`)
    .digest()
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.subarray(0, 16).toString('hex')
  return ArticleId.parse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}

/** Somebody wrote something that no revision of the archive has. */
const isWork = (draft: DraftHead, words: ArticleContent): boolean => isMoved(draft) && !isEmpty(words)

const isEmpty = (words: ArticleContent): boolean => {
  const { kind } = words.fields
  return isSame(words, { ...emptyContent, fields: { ...emptyContent.fields, kind } })
}

/** The words are here, or were here once: as the draft, a step of it, a point of its history, or a frozen text. */
function isKnown(
  db: ReadableDb,
  articleId: ArticleId,
  draft: DraftHead,
  step: string | null,
  words: ArticleContent,
): boolean {
  return (
    isEmpty(words) ||
    isDraftHere(db, articleId, words) ||
    isStepHere(db, articleId, draft, step) ||
    isPointHere(db, articleId, words) ||
    isRevisionHere(db, articleId, words)
  )
}

const isDraftHere = (db: ReadableDb, articleId: ArticleId, words: ArticleContent): boolean =>
  findDraft(db, articleId) !== undefined && isReadableAs(words, () => storedContent(db, getArticle(db, articleId)))

function isPointHere(db: ReadableDb, articleId: ArticleId, words: ArticleContent): boolean {
  const { characters } = countText(bodyText(words.blocks))
  return pointsOf(db, articleId)
    .filter((point) => point.characters === null || point.characters === characters)
    .some((point) => isReadableAs(words, () => pointContent(db, point)))
}

const isRevisionHere = (db: ReadableDb, articleId: ArticleId, words: ArticleContent): boolean =>
  db.get(z.object({ id: z.string() }), 'SELECT id FROM revisions WHERE article_id = ? AND content = ? LIMIT 1', [
    articleId,
    JSON.stringify(words),
  ]) !== undefined

/** The draft here came through the very state that the archive has. */
const isStepHere = (db: ReadableDb, articleId: ArticleId, draft: DraftHead, step: string | null): boolean =>
  step !== null && stepAt(db, articleId, draft.version) === step

function isReadableAs(words: ArticleContent, read: () => ArticleContent | null): boolean {
  try {
    return isSame(read(), words)
  } catch {
    return false
  }
}
