import { z } from 'zod'

import { emptyContent } from '#shared/document/content.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { storedContent } from '../../articles/content.ts'
import { findArticle } from '../../articles/repository.ts'
import type { StoredArticle } from '../../articles/rows.ts'
import type { Database } from '../../db/database.ts'
import type { ReadableDb } from '../../db/handles.ts'
import { readSetting } from '../../settings/repository.ts'
import type { ArticleText } from './articleText.ts'
import { articleText } from './articleText.ts'

export interface Read {
  text: ArticleText
  content: ArticleContent
}

/**
 * Changes with everything that the index takes from an article: the version of its draft, the revision it stands at,
 * whether that has arrived, where it stands, and the verdicts on it. Of the tables `articles` and `drafts`.
 */
export const stampOf = `coalesce(drafts.version, '') || ':' || coalesce(articles.head, '') || ':' ||
  (coalesce(articles.head, '') IN (SELECT id FROM revisions)) || ':' || length(articles.verdicts) || ':' || articles.state ||
  (articles.binned_at IS NULL) || ':' || articles.headline`

/** What the people of the newsroom are called. */
export type Names = ReadonlyMap<PersonId, string>

export const readNames = (library: ReadableDb): Names =>
  new Map(readSetting(library, 'newsroom')?.people.map(({ id, name }) => [id, name] as const))

const Stamp = z.object({ stamp: z.string() })

/** What was read, and the stamp that says which state of the article that was. */
export interface Stamped extends Read {
  stamp: string
}

/** Null for an article that is not in the library any more. */
export const readStamped = (library: Database, articleId: ArticleId, names: Names): Stamped | null =>
  library.consistently(() => {
    const read = readNow(library, articleId, names)
    const found = library.get(
      Stamp,
      `SELECT ${stampOf} AS stamp FROM articles LEFT JOIN drafts ON article_id = articles.id WHERE articles.id = ?`,
      [articleId],
    )
    return read === null || found === undefined ? null : { ...read, stamp: found.stamp }
  })

/** Null for an article that is not in the library any more. */
export const readArticle = (library: Database, articleId: ArticleId, names: Names): Read | null =>
  library.consistently(() => readNow(library, articleId, names))

function readNow(library: ReadableDb, articleId: ArticleId, names: Names): Read | null {
  const article = findArticle(library, articleId)
  if (article === undefined) return null
  const content = contentOf(library, article)
  const author = names.get(article.authorId) ?? null
  const opinions = article.verdicts.map(({ statement }) => statement.opinion)
  const state = article.binnedAt === null ? article.status.state : 'bin'
  return { text: articleText({ content, state, author, opinions }), content }
}

const unreadable = new Set<ErrorCode>(['document_newer', 'document_invalid', 'database_damaged'])

/** The draft, or the revision that the article stands at; only titles, where neither is here or can be read. */
function contentOf(library: ReadableDb, article: StoredArticle): ArticleContent {
  const { slug, headline } = article
  try {
    const content = storedContent(library, article)
    if (content !== null) return content
  } catch (error) {
    // One article that cannot be read shall not keep the others from being found.
    if (!isGalleyError(error) || !unreadable.has(error.code)) throw error
  }
  return { ...emptyContent, fields: { ...emptyContent.fields, slug, headline } }
}
