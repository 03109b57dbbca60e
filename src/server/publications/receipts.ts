import type { Order } from './publish.ts'
import type { Readable } from '../storage/open.ts'
import { Receipt } from '#shared/domain/article.ts'

/** A revision stands on a channel once: the receipt of that time, or null. */
export async function findReceipt(read: Readable, { articleId, revisionId, channel }: Order): Promise<Receipt | null> {
  const row = await read
    .selectFrom('publications')
    .select('receipt')
    .where('articleId', '=', articleId)
    .where('revisionId', '=', revisionId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return row === undefined ? null : Receipt.parse(JSON.parse(row.receipt))
}
