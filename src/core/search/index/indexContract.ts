import { z } from 'zod'

import { PassagePlace, SearchFilters, Segment, search } from '#shared/contract/search.ts'
import { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { Calls, Contract, Handlers } from '#shared/rpc/contract.ts'
import { command, query } from '#shared/rpc/contract.ts'

const done = z.object({})

/** A place in the library's order by date, newest first. */
export const Place = z.object({ updatedAt: Instant, articleId: ArticleId })
export type Place = z.infer<typeof Place>

export const FoundArticle = z.object({
  articleId: ArticleId,
  title: z.array(Segment),
  passage: z.object({ place: PassagePlace, text: z.array(Segment) }).nullable(),
})
export type FoundArticle = z.infer<typeof FoundArticle>

export const Found = z.object({
  total: z.int(),
  more: z.boolean(),
  order: z.enum(['relevance', 'date']),
  hits: z.array(FoundArticle),
})
export type Found = z.infer<typeof Found>

/** `me` is the person of this desktop: what they may read is all that is found. */
export const Question = search.methods.find.input.extend({ me: PersonId, filters: SearchFilters })
export type Question = z.infer<typeof Question>

const SimilarArticle = z.object({ articleId: ArticleId, shared: z.array(z.string()) })
export type SimilarArticle = z.infer<typeof SimilarArticle>

/** What core asks of the thread that holds the index. */
export const indexContract = {
  index: {
    methods: {
      /** `batch` is the last one that is in the index whole. `complete`: every article was looked at since it was made. */
      status: query({ input: done, output: z.object({ batch: z.int(), complete: z.boolean() }) }),
      /** Reads these articles anew; those that are gone leave the index. */
      take: command({ input: z.object({ articleIds: z.array(ArticleId), batch: z.int() }), output: done }),
      /**
       * Looks at the next articles of the library from `from` on, newest first, and takes in those that the index has
       * not or has otherwise. `next` is null when all were looked at.
       */
      walk: command({
        input: z.object({ from: Place.nullable(), batch: z.int() }),
        output: z.object({ next: Place.nullable(), waiting: z.int() }),
      }),
      find: query({ input: Question, output: Found.nullable() }),
      similar: query({
        input: z.object({ articleId: ArticleId, me: PersonId, limit: z.int() }),
        output: z.array(SimilarArticle),
      }),
      /** Throws `database_damaged` when the index is not whole. */
      check: query({ input: done, output: done }),
      /** Begins with an empty index. */
      reset: command({ input: done, output: done }),
      /** Closes the files; nothing may be asked afterwards. */
      close: command({ input: done, output: done }),
    },
    events: {},
  },
} as const satisfies Contract

export type IndexCalls = Calls<typeof indexContract>['index']
export type IndexHandlers = Handlers<typeof indexContract>['index']
