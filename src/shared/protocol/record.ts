import { z } from 'zod'

import { ArticleId, DeviceId, PersonId, RevisionId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'

/** One link of the hash-chained record of what happened to an article. `hash` covers every other field. */
export const RecordEntry = z.object({
  seq: z.int(),
  articleId: ArticleId,
  event: z.enum([
    'revisionStored',
    'coWriterLetIn',
    'coWriterTakenOut',
    'submitted',
    'verdictGiven',
    'published',
    'refused',
  ]),
  at: Instant,
  personId: PersonId,
  deviceId: DeviceId,
  revisionId: RevisionId.nullable(),
  data: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
})
export type RecordEntry = z.infer<typeof RecordEntry>
