import { z } from 'zod'

import { ArticleId, PersonId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from '../rpc/contract.ts'

/** Somebody who writes in an article, or has written in it. */
export const Writer = z.object({
  personId: PersonId,
  /** `former`: taken out again; what they wrote stays, and so does that they wrote it. */
  part: z.enum(['author', 'coWriter', 'former']),
  /** When the desk last stored something of theirs, as far as is known here. */
  lastAt: Instant.nullable(),
  /** Let in or taken out at this desktop, and not confirmed by the desk yet. */
  waiting: z.boolean(),
})
export type Writer = z.infer<typeof Writer>

/** 合写: several people, or several desktops of one person, who write in one article. */
export const sharing = {
  methods: {
    /** The author first, then those who may write, then those who might once. */
    writers: query({
      input: z.object({ articleId: ArticleId }),
      output: z.array(Writer),
      errors: ['not_found'],
    }),
    /** The author lets a colleague write in the article, or takes that back. Works offline; the desk judges it again. */
    setCoWriter: command({
      input: z.object({ articleId: ArticleId, personId: PersonId, writes: z.boolean() }),
      output: z.object({}),
      errors: ['not_found', 'forbidden', 'wrong_state'],
    }),
  },
  events: {},
} as const
