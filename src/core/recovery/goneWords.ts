import type { ArticleId } from '#shared/domain/ids.ts'
import { storedContent } from '../articles/content.ts'
import { getArticle } from '../articles/repository.ts'
import type { ReadableDb, Words } from '../db/handles.ts'
import { findDraft } from '../journal/repository.ts'
import type { WordLog } from './wordLog.ts'

/**
 * Says the words of these to the log once more, which was told that they are gone: they are here, whole. Never throws: it
 * is the second copy, and one text that cannot be read must not keep the others away.
 */
export function sayAgain(db: ReadableDb, words: Pick<WordLog, 'add'>, articleIds: Iterable<ArticleId>): void {
  for (const articleId of articleIds) {
    const text = textOf(db, articleId)
    if (text !== null) words.add(text)
  }
}

function textOf(db: ReadableDb, articleId: ArticleId): Words | null {
  try {
    const draft = findDraft(db, articleId)
    const content = draft === undefined ? null : storedContent(db, getArticle(db, articleId))
    if (draft === undefined || content === null) return null
    const { version, savedAt: at } = draft
    return { kind: 'text', articleId, version, at, content: JSON.stringify(content) }
  } catch {
    return null
  }
}
