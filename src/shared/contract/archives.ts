import { z } from 'zod'

import { ArticleId } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from '../rpc/contract.ts'

/** How far a job is. Texts are counted by articles, the other phases by bytes. */
export const ArchiveProgress = z.object({
  phase: z.enum(['texts', 'pictures', 'checking', 'backup', 'storing']),
  done: z.number().min(0),
  total: z.number().min(0),
})
export type ArchiveProgress = z.infer<typeof ArchiveProgress>

const Counts = z.object({
  articles: z.int(),
  drafts: z.int(),
  revisions: z.int(),
  points: z.int(),
  pictures: z.int(),
})

const Named = z.object({ articleId: ArticleId, headline: z.string() })

export const ExportReport = z.object({
  file: z.string(),
  bytes: z.int(),
  counts: Counts,
  /** Articles of which something could not be read any more; what can be read is in the archive. */
  damaged: z.array(Named),
  /** Pictures that are not on this computer, or damaged. */
  missingPictures: z.int(),
})
export type ExportReport = z.infer<typeof ExportReport>

/**
 * What an article of an archive means for this library:
 *
 * - `new`: it is not here, and comes in whole;
 * - `same`: the draft here has the same words, or had them once and is newer;
 * - `twice`: the drafts differ: the one here stays, and the other one becomes an article beside it;
 * - `read`: it is somebody else's, and comes in to be read;
 * - `copied`: it is somebody else's draft: its words become an article of this person;
 * - `nothing`: no text of it is in the archive.
 */
export const ImportOutcome = z.enum(['new', 'same', 'twice', 'read', 'copied', 'nothing'])
export type ImportOutcome = z.infer<typeof ImportOutcome>

const Outcomes = z.record(ImportOutcome, z.int())

/** What is in an archive, before anything of it is taken in. */
export const ArchiveContents = z.object({
  file: z.string(),
  madeAt: Instant,
  madeBy: z.object({ name: z.string(), account: z.string() }),
  newsroom: z.string(),
  /** Another person made it, as far as it says. */
  foreign: z.boolean(),
  counts: Counts,
  outcomes: Outcomes,
})
export type ArchiveContents = z.infer<typeof ArchiveContents>

export const ImportReport = z.object({
  outcomes: Outcomes,
  /** Articles that stand beside the ones they differ from, or that hold somebody else's words: by their new ids. */
  kept: z.array(Named),
  /** Pictures that came in, and those that were here already. */
  pictures: z.int(),
  /** Pictures that no decoder can read: their articles show that they are missing. */
  refusedPictures: z.int(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ArchiveStatus = z.object({
  /** A path for a new archive, for who has no dialog to choose one in. */
  suggested: z.string(),
  /** What is going on now. */
  job: z.object({ kind: z.enum(['export', 'inspect', 'import']), progress: ArchiveProgress }).nullable(),
  /** The archive that was looked at and waits for a decision. */
  contents: ArchiveContents.nullable(),
})
export type ArchiveStatus = z.infer<typeof ArchiveStatus>

const disk = ['disk_full', 'disk_read_only', 'disk_failing', 'database_busy', 'database_damaged'] as const

/** The whole library as one file, and back. One job at a time. */
export const archives = {
  methods: {
    status: query({ input: z.object({}), output: ArchiveStatus }),
    /** Answers when the archive was read back and has its name. Its whole path ends in `.zip`; what has that name is replaced. */
    export: command({
      input: z.object({ file: z.string().max(4096) }),
      output: ExportReport,
      errors: ['unauthenticated', 'file_unusable', 'archive_not_written', 'cancelled', 'conflict', ...disk],
    }),
    /** Reads and checks all of an archive, and keeps it ready beside the library. Nothing of the library changes. */
    inspect: command({
      input: z.object({ file: z.string().max(4096) }),
      output: ArchiveContents,
      errors: [
        'unauthenticated',
        'file_unusable',
        'archive_invalid',
        'archive_newer',
        'document_newer',
        'cancelled',
        'conflict',
        ...disk,
      ],
    }),
    /** Takes in what was inspected: a backup first, then all of it or nothing. */
    import: command({
      input: z.object({}),
      output: ImportReport,
      errors: ['unauthenticated', 'not_found', 'decoder_unavailable', 'cancelled', 'conflict', ...disk],
    }),
    /** Breaks off what is going on; an import up to the moment at which it stores. */
    cancel: command({ input: z.object({}), output: z.object({}) }),
    /** Lets go of what was inspected. */
    discard: command({ input: z.object({}), output: z.object({}) }),
  },
  events: { changed: ArchiveStatus },
} as const
