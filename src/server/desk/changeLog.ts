import type { Writable } from '../storage/open.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** Notes, in the transaction of the change, that desktops have to hear of it. Null: the newsroom's settings or people. */
export async function changed(tx: Writable, articleId: ArticleId | null): Promise<void> {
  await tx.insertInto('changes').values({ articleId }).execute()
}
