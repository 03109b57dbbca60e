import { z } from 'zod'

import { ArticleId, RevisionId } from '../domain/ids.ts'
import { VerdictKind } from '../domain/verdict.ts'
import { command } from '../rpc/contract.ts'

const done = z.object({})

/** Acts on the way to the reader. Each is done here, offline too, and goes to the desk when it can be reached. */
export const review = {
  methods: {
    submit: command({
      input: z.object({ articleId: ArticleId }),
      output: z.object({ revisionId: RevisionId }),
      errors: ['not_found', 'wrong_state', 'open_clashes', 'attribution_incomplete', 'forbidden'],
    }),
    giveVerdict: command({
      input: z.object({
        articleId: ArticleId,
        /** The revision that the reviewer was looking at. */
        revisionId: RevisionId,
        verdict: VerdictKind,
        opinion: z.string().max(10_000),
      }),
      output: done,
      errors: [
        'not_found',
        'wrong_state',
        'wrong_stage',
        'stale_revision',
        'self_review',
        'duplicate_verdict',
        'forbidden',
        'keychain_unavailable',
      ],
    }),
    publish: command({
      input: z.object({ articleId: ArticleId, revisionId: RevisionId }),
      output: done,
      errors: ['not_found', 'not_signed_off', 'stale_revision', 'forbidden'],
    }),
    /** Takes back an act that the desk refused, so that the article can be worked on again. */
    dismiss: command({ input: z.object({ articleId: ArticleId }), output: done, errors: ['not_found'] }),
  },
  events: {},
} as const
