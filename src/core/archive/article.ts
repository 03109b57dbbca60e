import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { toMarkdown } from '#shared/document/markdown/write.ts'
import type { WriteContext } from '#shared/document/markdown/write.ts'
import { bodyText } from '#shared/document/text.ts'
import { storedContent } from '../articles/content.ts'
import { getArticle } from '../articles/repository.ts'
import type { ReadableDb } from '../db/handles.ts'
import { findDraft, stepAt } from '../journal/repository.ts'
import { ArchivedArticle } from './format.ts'

export interface ReadArticle {
  record: ArchivedArticle
  /** What it reads as: the draft, or the revision that it stands at. Null while no text of it is here. */
  content: ArticleContent | null
}

/**
 * Everything that the library knows of an article, but for its history. A draft that cannot be read any more is left
 * out, and `onDamage` is told.
 */
export function readArticle(db: ReadableDb, articleId: ArticleId, onDamage: () => void): ReadArticle {
  const article = getArticle(db, articleId)
  const head = findDraft(db, articleId)
  const content = readable(() => storedContent(db, article), onDamage)
  const draft =
    head === undefined || content === null
      ? null
      : {
          version: head.version,
          savedAt: head.savedAt,
          step: stepAt(db, articleId, head.version),
          baseRevision: head.baseRevision,
          baseVersion: head.baseVersion,
          content,
        }
  return { record: ArchivedArticle.parse({ ...article, draft }), content }
}

/** The article for people: Markdown, with links to the pictures where the archive has them. */
export function readableText(content: ArticleContent, context: WriteContext): string {
  const file = readable(() => toMarkdown(content, context))
  // What has no form in Markdown still has its words.
  if (file === null) return `${content.fields.headline}\n\n${bodyText(content.blocks)}\n`
  const body = file.text.indexOf('\n---\n', 4)
  return file.pictures.reduce(
    (text, { name, media }) =>
      text.slice(0, body) + text.slice(body).replaceAll(name, `../../media/${media}.${context.extensionOf(media)}`),
    file.text,
  )
}

/** One line of `contents.txt`. */
export function contentsLine({ record }: ReadArticle, nameOf: (person: PersonId) => string, untitled: string): string {
  const { articleId, headline, slug, authorId, updatedAt, status, binnedAt } = record
  const title = (headline.trim() || slug.trim() || untitled).replaceAll(/\s+/g, ' ')
  const state = binnedAt === null ? status.state : `${status.state}, bin`
  return `${title} | ${nameOf(authorId)} | ${updatedAt.slice(0, 10)} | ${state} | articles/${articleId}/text.md\n`
}

function readable<T>(read: () => T, onDamage: () => void = () => {}): T | null {
  try {
    return read()
  } catch {
    onDamage()
    return null
  }
}
