import type { Writable } from '../storage/open.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'

export interface Audience {
  /** Of the working line: for those who write in the article only. */
  working?: boolean
  /** For this person only. */
  personId?: PersonId
}

/** Notes, in the transaction of the change, that desktops have to hear of it. Null: the newsroom's settings or people. */
export async function changed(
  tx: Writable,
  articleId: ArticleId | null,
  { working = false, personId }: Audience = {},
): Promise<void> {
  await tx
    .insertInto('changes')
    .values({ articleId, working: working ? 1 : 0, personId: personId ?? null })
    .execute()
}
