import { z } from 'zod'

import { ArticleId, PersonId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { WireError } from '../rpc/errors.ts'
import { command, query } from '../rpc/contract.ts'

export const SyncStatus = z.object({
  /**
   * `paused`: a person chose to work offline. `signedOut`: this desktop is not enrolled, or its key was revoked.
   * `resting`: nothing can be written here, so nothing that the desk says could be kept.
   */
  connection: z.enum(['online', 'connecting', 'offline', 'paused', 'signedOut', 'resting']),
  /** Acts that wait to be confirmed. */
  waiting: z.int(),
  /** Articles with words from here that the desk does not have. */
  unsent: z.int(),
  /** Acts that the desk refused. */
  rejected: z.int(),
  lastContact: Instant.nullable(),
  lastError: WireError.nullable(),
})
export type SyncStatus = z.infer<typeof SyncStatus>

export const OutboxItem = z.object({
  id: z.int(),
  /** One act of a person, with the files and revisions that it needs at the desk, has one name. */
  action: z.string(),
  articleId: ArticleId,
  act: z.enum(['media', 'revision', 'coWriter', 'submit', 'verdict', 'publish']),
  state: z.enum(['pending', 'sending', 'unknown', 'confirmed', 'rejected']),
  attempts: z.int(),
  error: WireError.nullable(),
  /** The colleague whom an act about co-writers is about. */
  personId: PersonId.nullable(),
  createdAt: Instant,
})
export type OutboxItem = z.infer<typeof OutboxItem>

export const sync = {
  methods: {
    status: query({ input: z.object({}), output: SyncStatus }),
    outbox: query({ input: z.object({}), output: z.array(OutboxItem) }),
    /** Stops or takes up all talk with the server. Kept over restarts. */
    setPaused: command({ input: z.object({ paused: z.boolean() }), output: z.object({}) }),
    /** Tries now instead of after the back-off. Answers when one round is over. */
    now: command({ input: z.object({}), output: SyncStatus }),
  },
  events: { changed: SyncStatus },
} as const
