import { canonicalHash } from '#shared/document/canonical.ts'
import type { RevisionId } from '#shared/domain/ids.ts'
import type { RecordEntry } from '#shared/protocol/record.ts'
import { hold } from './failure.ts'

/** The article's entries in the desk's record: in order, each with the hash that it has to have, each act once. */
export function checkRecord(entries: readonly RecordEntry[], revisionId: RevisionId): void {
  const acts = entries.map(({ event }) => event)
  hold('acts', acts, ['revisionStored', 'submitted', 'verdictGiven', 'published'])
  hold(
    'revisions',
    entries.map((entry) => entry.revisionId),
    acts.map(() => revisionId),
  )
  for (const [index, { hash, ...entry }] of entries.entries()) {
    hold(`hash of entry ${entry.seq}`, hash, canonicalHash(entry))
    const before = entries[index - 1]
    if (before?.seq === entry.seq - 1) hold(`entry before ${entry.seq}`, entry.previousHash, before.hash)
  }
}
