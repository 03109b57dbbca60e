import { z } from 'zod'

import { Instant } from '../domain/time.ts'
import { WireError } from '../rpc/errors.ts'
import { command, query } from '../rpc/contract.ts'

export const BackupStatus = z.object({
  /** Where they lie, beside the library. */
  folder: z.string(),
  running: z.boolean(),
  /** How many there are. */
  count: z.int(),
  last: z.object({ at: Instant, bytes: z.int() }).nullable(),
  /** Why the last attempt of this run failed; null after one that did not. */
  failure: WireError.nullable(),
  /** The folder that the person chose besides. */
  second: z
    .object({
      folder: z.string(),
      /** When a backup last arrived there. */
      last: Instant.nullable(),
      /** `absent`: a stick that is not in, or a disk of a network that is not there; tried again by itself. */
      state: z.enum(['waiting', 'done', 'absent', 'failed']),
      error: WireError.nullable(),
    })
    .nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** Copies of the whole library, made while people type. */
export const backups = {
  methods: {
    status: query({ input: z.object({}), output: BackupStatus }),
    /** Makes one now and answers when it is checked and on disk. */
    now: command({
      input: z.object({}),
      output: BackupStatus,
      errors: ['database_damaged', 'database_busy', 'disk_full', 'disk_read_only', 'disk_failing'],
    }),
    /** A folder for a second copy of each backup, by its whole path; null for none. It has to be there now. */
    setFolder: command({
      input: z.object({ folder: z.string().max(4096).nullable() }),
      output: BackupStatus,
      errors: ['folder_unusable'],
    }),
  },
  events: { changed: BackupStatus },
} as const
