import { insertArticle } from '#core/articles/repository.ts'
import { listFieldsOf } from '#core/articles/excerpt.ts'
import type { Database } from '#core/db/database.ts'
import { transaction } from '#core/db/transaction.ts'
import { insertDraft } from '#core/journal/repository.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'

/** Articles of one transaction. */
const batch = 2_000

/** Puts these texts into a library as drafts of `me`, a minute apart, the first one twenty years ago. */
export function bring(db: Database, me: PersonId, texts: Iterable<ArticleContent>): void {
  const start = Date.UTC(2006, 0, 1)
  let n = 0
  for (const contents of batches(texts)) {
    transaction(db, (tx) => {
      for (const content of contents) {
        const articleId = newArticleId()
        const at = new Date(start + n * 60_000).toISOString()
        insertArticle(tx, { articleId, authorId: me, list: listFieldsOf(content), at })
        insertDraft(tx, { articleId, snapshot: JSON.stringify(content), at, base: null })
        n += 1
      }
    })
  }
}

function* batches<T>(all: Iterable<T>): Generator<T[]> {
  let some: T[] = []
  for (const one of all) {
    some.push(one)
    if (some.length === batch) {
      yield some
      some = []
    }
  }
  if (some.length > 0) yield some
}
