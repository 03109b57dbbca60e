import type { Readable, Store } from '../storage/open.ts'
import { loadArticles, seenBy } from './articles.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Change } from '#shared/protocol/routes.ts'

export interface ChangePage {
  seq: number
  changes: Change[]
}

/** Articles in one answer; the rest comes with the next question. */
const pageSize = 200

/**
 * What changed after `since` for this person, each article once and as it is now. What is only about a working line is
 * told to those who write there, and wakes up nobody else. A `since` that this server has not reached yet comes
 * from before a backup was restored: then everything is told again.
 */
export async function changesSince(read: Readable, since: number, personId: PersonId): Promise<ChangePage> {
  const { latest } = await read
    .selectFrom('changes')
    .select((x) => x.fn.coalesce(x.fn.max('seq'), x.val(0)).as('latest'))
    .executeTakeFirstOrThrow()
  const rows = await read
    .selectFrom('changes')
    .select((x) => ['articleId', x.fn.max('seq').as('seq')])
    .where('seq', '>', since > latest ? 0 : since)
    .where((x) =>
      x.or([
        x('working', '=', 0),
        x('personId', '=', personId),
        x.and([x('personId', 'is', null), x('articleId', 'in', writtenBy(read, personId))]),
      ]),
    )
    .groupBy('articleId')
    .orderBy('seq')
    .limit(pageSize)
    .execute()
  const ids = rows.map(({ articleId }) => articleId).filter((id) => id !== null)
  const articles = new Map((await loadArticles(read, ids)).map((article) => [article.articleId, article]))
  const changes = rows.flatMap(({ articleId, seq }): Change[] => {
    if (articleId === null) return [{ what: 'newsroom', seq }]
    const article = articles.get(articleId)
    return article === undefined ? [] : [{ what: 'article', seq, article: seenBy(article, personId) }]
  })
  // What was not for this person is behind them too, so a page that is not full reaches to the end.
  const last = rows.length < pageSize ? latest : (rows.at(-1)?.seq ?? latest)
  return { seq: last, changes }
}

/** Articles in which this person writes. */
const writtenBy = (read: Readable, personId: PersonId) =>
  read
    .selectFrom('articles')
    .select('id')
    .where('authorId', '=', personId)
    .union(read.selectFrom('coWriters').select('articleId as id').where('personId', '=', personId))

/** Long polls: whoever asks is answered when there is something to tell, instead of asking again and again. */
export interface ChangeFeed {
  /** `changesSince`, waiting up to `seconds` while there is nothing. */
  next(personId: PersonId, since: number, seconds: number, signal: AbortSignal): Promise<ChangePage>
  /** Lets everyone who waits go. */
  close(): void
}

export function openChangeFeed(store: Store): ChangeFeed {
  const closing = new AbortController()
  return {
    async next(personId, since, seconds, signal) {
      const over = AbortSignal.any([signal, closing.signal, AbortSignal.timeout(seconds * 1000)])
      for (;;) {
        // Listening starts before looking, so that no commit falls in between.
        const commit = nextCommit(store, over)
        const page = await store.read((read) => changesSince(read, since, personId))
        if (page.changes.length > 0 || over.aborted || seconds === 0) return page
        await commit
      }
    },
    close: () => closing.abort(),
  }
}

/** Resolves after the next commit, or when `over` is aborted. */
function nextCommit(store: Store, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop()
      over.removeEventListener('abort', done)
      resolve()
    }
    const stop = store.onCommit(done)
    over.addEventListener('abort', done)
    if (over.aborted) done()
  })
}
