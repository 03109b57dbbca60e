import { z } from 'zod'

import { ArticleId, Slug } from '../domain/ids.ts'
import { ArticleKind } from '../domain/kinds.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from '../rpc/contract.ts'
import { ArticleRow } from './rows.ts'

/** A stretch of text; `hit` where it is what was searched for. */
export const Segment = z.object({ text: z.string(), hit: z.boolean() })
export type Segment = z.infer<typeof Segment>

/** Where an article stands, as search asks for it. Only with `bin` are binned articles among the answers. */
export const SearchState = z.enum(['drafting', 'inReview', 'returned', 'rejected', 'signedOff', 'published', 'bin'])
export type SearchState = z.infer<typeof SearchState>

/** What has to be true of an article besides its words. Null and empty ask for nothing. */
export const SearchFilters = z.object({
  state: SearchState.nullable(),
  kind: ArticleKind.nullable(),
  /** Any of these. */
  columnIds: z.array(Slug).max(500),
  /** Whole name of somebody who wrote, translated, photographed or edited it. */
  person: z.string().max(100).nullable(),
  /** Whole name of a source that it is credited to. */
  source: z.string().max(500).nullable(),
  /** Last changed at or after, and before. */
  from: Instant.nullable(),
  until: Instant.nullable(),
})
export type SearchFilters = z.infer<typeof SearchFilters>

export const noFilters: SearchFilters = {
  state: null,
  kind: null,
  columnIds: [],
  person: null,
  source: null,
  from: null,
  until: null,
}

/** Where in an article the shown passage stands. */
export const PassagePlace = z.enum(['body', 'picture', 'attribution', 'opinion'])
export type PassagePlace = z.infer<typeof PassagePlace>

export const SearchHit = z.object({
  row: ArticleRow,
  /** Its headline, or its slug before it has one. */
  title: z.array(Segment),
  /** Null when only its title lines or its filters found it. */
  passage: z.object({ place: PassagePlace, text: z.array(Segment) }).nullable(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchAnswer = z.object({
  total: z.int(),
  /** There are more than `total`; these are the newest. */
  more: z.boolean(),
  order: z.enum(['relevance', 'date']),
  hits: z.array(SearchHit),
  /** Articles that are not in the index yet. */
  waiting: z.int(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** The words of everything that the person at this desktop may read. */
export const search = {
  methods: {
    /**
     * Articles that hold every word of `text`. "Words in quotation marks" stand together; a minus refuses a word. Null
     * when the same asker has asked another question in the meantime.
     */
    find: query({
      input: z.object({
        asker: z.uuid(),
        /** Grows with each new text or filter of the asker; pages of one question share it. */
        question: z.int().min(0),
        text: z.string().max(500),
        filters: SearchFilters,
        offset: z.int().min(0),
        limit: z.int().min(1).max(100),
      }),
      output: SearchAnswer.nullable(),
    }),
    /** Articles about the same matter, the likest first. */
    similar: query({
      input: z.object({ articleId: ArticleId, limit: z.int().min(1).max(50) }),
      output: z.array(z.object({ row: ArticleRow, shared: z.array(z.string()) })),
      errors: ['not_found'],
    }),
    /** Makes the index anew, in the background. */
    rebuild: command({ input: z.object({}), output: z.object({}) }),
  },
  events: {
    /** Articles that are not in the index yet. Told while a library is read in for the first time. */
    progress: z.object({ waiting: z.int() }),
  },
} as const
