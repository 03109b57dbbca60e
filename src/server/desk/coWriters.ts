import { findPerson } from '../accounts/people.ts'
import type { Caller } from '../accounts/tokens.ts'
import type { Writable } from '../storage/open.ts'
import { loadArticle } from './articles.ts'
import { changed } from './changeLog.ts'
import { appendRecord } from './record.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import { isEditable } from '#shared/domain/article.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import type { Instant } from '#shared/domain/time.ts'
import { maxCoWriters } from '#shared/protocol/revisions.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/**
 * 合写: the author lets a colleague write in the article, or takes that back. Only while it is being written: whoever
 * reviews it now must not become one of its writers. What somebody wrote before stays, and so does that they wrote it.
 * Asking for what is so already changes nothing.
 */
export async function setCoWriter(
  tx: Writable,
  caller: Caller,
  articleId: ArticleId,
  { personId, writes }: { personId: PersonId; writes: boolean },
  at: Instant,
): Promise<DeskArticle> {
  const article = await loadArticle(tx, articleId)
  const { authorId, coWriters, status } = article
  if (authorId !== caller.person.id) throw new GalleyError('forbidden', { needs: 'author' })
  if (!isEditable(status)) throw new GalleyError('wrong_state', { state: status.state })
  if (personId === authorId || coWriters.includes(personId) === writes) return article
  if (writes) {
    const person = await findPerson(tx, personId)
    if (person === null) throw new GalleyError('not_found', { personId })
    if (!may(person.roles, 'write')) throw new GalleyError('forbidden', { needs: 'write' })
    if (coWriters.length >= maxCoWriters) throw new GalleyError('too_large', { coWriters: maxCoWriters })
    await tx.insertInto('coWriters').values({ articleId, personId, since: at }).execute()
  } else {
    await tx.deleteFrom('coWriters').where('articleId', '=', articleId).where('personId', '=', personId).execute()
    // The article may be one that only its writers know of, and this person is none of them any more.
    await changed(tx, articleId, { working: true, personId })
  }
  const event = writes ? 'coWriterLetIn' : 'coWriterTakenOut'
  await appendRecord(tx, caller, { articleId, event, at, revisionId: null, data: { personId } })
  await changed(tx, articleId, { working: true })
  return loadArticle(tx, articleId)
}
