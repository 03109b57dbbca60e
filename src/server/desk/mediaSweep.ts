import type { Readable, Store } from '../storage/open.ts'
import type { MediaFolder } from './mediaFolder.ts'
import type { MediaHash } from '#shared/domain/ids.ts'

/** Milliseconds. What came this lately may be about to be named by the request that brought it. */
const grace = 24 * 60 * 60 * 1000

/**
 * Removes files that nothing names: what was made for a publication that was refused then, uploads that were broken off,
 * and pictures that a server died over before it had noted them; their desktops send those again. Answers how many.
 */
export async function sweepMedia(store: Store, media: MediaFolder, now: Date, signal: AbortSignal): Promise<number> {
  const before = now.getTime() - grace
  let removed = await media.clearIncoming(before)
  for await (const hashes of media.filesBefore(before)) {
    if (signal.aborted) return removed
    const named = await store.read((read) => namedOf(read, hashes))
    for (const hash of hashes) if (!named.has(hash) && media.removeUnused(hash)) removed += 1
  }
  return removed
}

async function namedOf(read: Readable, hashes: readonly MediaHash[]): Promise<Set<MediaHash>> {
  const [originals, renditions] = await Promise.all([
    read.selectFrom('media').select('hash').where('hash', 'in', hashes).execute(),
    read.selectFrom('renditions').select('hash').where('hash', 'in', hashes).execute(),
  ])
  return new Set([...originals, ...renditions].map(({ hash }) => hash))
}
