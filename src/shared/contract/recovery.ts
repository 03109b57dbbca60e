import { z } from 'zod'

import { ArticleId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from '../rpc/contract.ts'
import { isGalleyError } from '../rpc/errors.ts'

export const RestoredArticle = z.object({
  articleId: ArticleId,
  headline: z.string(),
  /**
   * `whole`: every word that was saved is there. `partly`: something in between could not be read or checked; what could
   * is there. `lost`: nothing of it could be read; the set-aside file may still hold it for a specialist.
   */
  outcome: z.enum(['whole', 'partly', 'lost']),
})
export type RestoredArticle = z.infer<typeof RestoredArticle>

/** What was done with a library that was damaged, gone, or older than what had been saved. */
export const RecoveryReport = z.object({
  /** Also the name of the folder that holds the report. */
  id: z.string(),
  at: Instant,
  /** `behind`: the file was whole, but older than words that had been saved; they were put back into it. */
  reason: z.enum(['damaged', 'missing', 'behind']),
  /** Where the old files lie, untouched. Null when there were none. */
  aside: z.string().nullable(),
  /** The backup that was built on. Null when there was none. */
  backup: z.object({ name: z.string(), at: Instant }).nullable(),
  /** Articles whose words were brought up from the word log and the old file. */
  articles: z.array(RestoredArticle),
  /** Tables of the old file that could not be read whole. */
  damagedTables: z.array(z.string()),
})
export type RecoveryReport = z.infer<typeof RecoveryReport>

/** Why a library is open for reading only, or not even that. */
export const DiskTroubleCode = z.enum(['disk_full', 'disk_read_only', 'disk_failing'])
export type DiskTroubleCode = z.infer<typeof DiskTroubleCode>

/** Null for an error that has nothing to do with the disk. */
export const diskTroubleOf = (error: unknown): DiskTroubleCode | null =>
  (isGalleyError(error) ? DiskTroubleCode.safeParse(error.code).data : null) ?? null

export const DiskTrouble = z.object({
  code: DiskTroubleCode,
  /** Where the library lies. */
  folder: z.string(),
  /** What was saved can be read. */
  readable: z.boolean(),
})
export type DiskTrouble = z.infer<typeof DiskTrouble>

/** What happened to this library before, and whether it is well. */
export const recovery = {
  methods: {
    status: query({
      input: z.object({}),
      output: z.object({
        /** Newest first. */
        reports: z.array(RecoveryReport),
        /** One that nobody has read yet; it is shown once. */
        unread: z.string().nullable(),
        /** Damage was found while the program runs: a restart of core repairs it. */
        damaged: z.boolean(),
        /** Null where the disk takes what is written. */
        disk: DiskTrouble.nullable(),
      }),
    }),
    read: command({ input: z.object({ id: z.string() }), output: z.object({}) }),
    /** Closes the library, repairs it, and opens it again. Windows stay, with what is in them. */
    repair: command({ input: z.object({}), output: z.object({}) }),
    /** Looks at the disk again. When it takes words, the library opens for writing, and windows connect anew. */
    retry: command({ input: z.object({}), output: z.object({}), errors: DiskTroubleCode.options }),
  },
  events: { changed: z.object({}) },
} as const
