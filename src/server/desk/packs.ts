import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

import type { Readable, Store } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/*
 * A working line has a revision for each pause of each writer, and each is the whole article. None may go: whoever comes
 * back after months merges over what they last heard, whatever that is. But neighbours differ in a sentence. So those of
 * earlier are kept many in one compressed body, in which what they share stands once; what comes out is, byte for byte,
 * what went in, and is judged by its id like any other.
 */

/** Milliseconds. What is younger may be asked for at any moment by those who write along. */
const settledAfter = 60 * 60 * 1000
/** As many are worth a pack; fewer wait until the first of them is as old as `longest`. */
const worthwhile = 16
const longest = 7 * 24 * 60 * 60 * 1000
/** Characters of the texts in one pack, and how many they are: reading one of them unpacks all. */
const packSize = 4_000_000
const packCount = 500

const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }
const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

type Whole = Pick<Tables['revisions'], 'id' | 'content'>
type Placed = Pick<Tables['revisions'], 'id' | 'content' | 'pack' | 'packStart' | 'packEnd'>

/** The text of a revision, packed or not. Throws `revision_mismatch` when the pack is damaged. */
export async function textOf(read: Readable, { id, content, pack, packStart, packEnd }: Placed): Promise<string> {
  if (pack === null || packStart === null || packEnd === null) return content
  const row = await read.selectFrom('packs').select('body').where('id', '=', pack).executeTakeFirst()
  const body = row === undefined ? null : await decompress(row.body).catch(() => null)
  if (body === null) throw new GalleyError('revision_mismatch', { claimed: id, reason: 'pack' })
  return body.toString('utf8', packStart, packEnd)
}

/**
 * Packs what has come to rest, one article and one pack after the other; `signal` ends it in between. What was handed in
 * and what is a head stays as it is. Answers how many revisions were packed.
 */
export async function packSettled(store: Store, now: Date, signal: AbortSignal): Promise<number> {
  let packed = 0
  for (const articleId of await store.read((read) => articlesToPack(read, now))) {
    for (;;) {
      if (signal.aborted) return packed
      const texts = await store.read((read) => nextTexts(read, articleId, now))
      if (texts.length === 0) break
      await pack(store, articleId, texts)
      packed += texts.length
    }
  }
  return packed
}

async function articlesToPack(read: Readable, now: Date): Promise<ArticleId[]> {
  const rows = await settled(read, now)
    .select('articleId')
    .groupBy('articleId')
    .having((x) =>
      x.or([
        x(x.fn.countAll<number>(), '>=', worthwhile),
        x(x.fn.min('storedAt'), '<', toInstant(new Date(now.getTime() - longest))),
      ]),
    )
    .execute()
  return rows.map(({ articleId }) => articleId)
}

/** The next ones in the order of the line, as many as go into a pack, and one at least. */
async function nextTexts(read: Readable, articleId: ArticleId, now: Date): Promise<Whole[]> {
  const query = settled(read, now).where('articleId', '=', articleId).orderBy('seq')
  const sizes = await query
    .select((x) => ['id', x.fn<number>('length', ['content']).as('size')])
    .limit(packCount)
    .execute()
  let sum = 0
  const fitting = sizes.filter(({ size }, index) => (sum += size) <= packSize || index === 0).map(({ id }) => id)
  return fitting.length === 0 ? [] : query.select(['id', 'content']).where('id', 'in', fitting).execute()
}

const settled = (read: Readable, now: Date) =>
  read
    .selectFrom('revisions')
    .where('pack', 'is', null)
    .where('submittedAt', 'is', null)
    .where('storedAt', '<', toInstant(new Date(now.getTime() - settledAfter)))
    .where('id', 'not in', read.selectFrom('heads').select('revisionId'))

/** Compresses outside of the transaction, and replaces nothing before it has been unpacked again. */
async function pack(store: Store, articleId: ArticleId, texts: readonly Whole[]): Promise<void> {
  const bytes = texts.map(({ content }) => Buffer.from(content))
  const whole = Buffer.concat(bytes)
  const body = await compress(whole, { params: { ...params, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } })
  if (!whole.equals(await decompress(body))) throw new Error('a pack does not hold what was put into it')
  await store.write(async (tx) => {
    const { id: pack } = await tx
      .insertInto('packs')
      .values({ articleId, body })
      .returning('id')
      .executeTakeFirstOrThrow()
    let packStart = 0
    for (const [index, { id }] of texts.entries()) {
      const packEnd = packStart + (bytes[index]?.length ?? 0)
      await tx.updateTable('revisions').set({ content: '', pack, packStart, packEnd }).where('id', '=', id).execute()
      packStart = packEnd
    }
  })
}
