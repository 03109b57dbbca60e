import { z } from 'zod'

import { MediaHash, PersonId, RevisionId } from '#shared/domain/ids.ts'
import { SignedVerdict } from '#shared/domain/verdict.ts'

/** What a row of the outbox asks of the desk. Files and revisions are named by their hash and read when they are sent. */
export const OutboxRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('media'), media: MediaHash }),
  z.object({ act: z.literal('revision'), revisionId: RevisionId }),
  z.object({ act: z.literal('coWriter'), personId: PersonId, writes: z.boolean() }),
  z.object({ act: z.literal('submit'), revisionId: RevisionId }),
  z.object({ act: z.literal('verdict'), signed: SignedVerdict }),
  z.object({ act: z.literal('publish'), revisionId: RevisionId }),
])
export type OutboxRequest = z.infer<typeof OutboxRequest>
