import { z } from 'zod'

import { ArticleId, PersonId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from '../rpc/contract.ts'
import { WireError } from '../rpc/errors.ts'

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

/** What the author asked for about a colleague, and the desk refused. It holds up nothing else of the article. */
export const WriterRefusal = z.object({
  personId: PersonId,
  /** The author wanted to let them in; otherwise to take them out. */
  writes: z.boolean(),
  error: WireError,
})
export type WriterRefusal = z.infer<typeof WriterRefusal>

/** 合写: several people, or several desktops of one person, who write in one article. */
export const sharing = {
  methods: {
    /** The author first, then those who may write, then those who might once. */
    writers: query({
      input: z.object({ articleId: ArticleId }),
      output: z.array(Writer),
      errors: ['not_found'],
    }),
    /**
     * A window has left the article, with every word of it saved: they go to the desk now and not after the pause, so that
     * the person's other desktop has them.
     */
    leave: command({ input: z.object({ articleId: ArticleId }), output: z.object({}) }),
    /** The author lets a colleague write in the article, or takes that back. Works offline; the desk judges it again. */
    setCoWriter: command({
      input: z.object({ articleId: ArticleId, personId: PersonId, writes: z.boolean() }),
      output: z.object({}),
      errors: ['not_found', 'forbidden', 'wrong_state'],
    }),
    /** Of each colleague the last refusal that nobody has put away. */
    refusals: query({ input: z.object({ articleId: ArticleId }), output: z.array(WriterRefusal) }),
    /** Puts away what the desk refused about this colleague. Asking anew does so too. */
    dismiss: command({ input: z.object({ articleId: ArticleId, personId: PersonId }), output: z.object({}) }),
  },
  events: {
    /** As `version` of the draft, words that others wrote elsewhere have come in; of the person's own desktops too. */
    tookIn: z.object({ articleId: ArticleId, version: z.int(), from: z.array(PersonId), at: Instant }),
  },
} as const
