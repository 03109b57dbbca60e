import { z } from 'zod'

import { ArticleId } from '../domain/ids.ts'
import { ArticleKind } from '../domain/kinds.ts'
import { Instant } from '../domain/time.ts'
import { JournalOp } from '../document/journal.ts'
import { Direction, UndoEvent, UndoStep } from '../document/undo.ts'
import { command, query } from '../rpc/contract.ts'
import { ArticleDetail, ArticleRow, View } from './rows.ts'

const one = z.object({ articleId: ArticleId })
const done = z.object({})

/** A picture beside a Markdown file. */
export const Attachment = z.object({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) })

/** Drafts and the library of this desktop. */
export const articles = {
  methods: {
    list: query({
      input: z.object({ view: View, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
      output: z.object({ total: z.int(), rows: z.array(ArticleRow) }),
    }),
    counts: query({ input: z.object({}), output: z.record(View, z.int()) }),
    open: query({
      input: one,
      output: ArticleDetail,
      errors: ['not_found', 'document_newer', 'document_invalid', 'database_damaged'],
    }),
    create: command({ input: z.object({ kind: ArticleKind }), output: one }),
    /**
     * Appends what changed. Answers after the commit is on disk: `version` is then what "saved" may be said of.
     * Sending steps again after a lost answer, with the same `step`, appends nothing twice.
     */
    journal: command({
      input: z.object({
        articleId: ArticleId,
        /** Chosen by the editor, once for each batch of steps. */
        step: z.uuid(),
        /**
         * The version that these steps stand on: the last one that was opened or acknowledged. When another window or
         * another desktop has written in the same part (the body, a field) since then, they are refused with `stale_revision`. A writer that has not looked at the text leaves it out.
         */
        base: z.int().min(0).optional(),
        ops: z.array(JournalOp).min(1).max(25_000),
        /** What undo needs to take these steps back after a restart. Stored with them or not at all. */
        undo: z.array(UndoEvent).max(25_000).default([]),
      }),
      output: z.object({ version: z.int(), savedAt: Instant }),
      errors: [
        'not_found',
        'wrong_state',
        'stale_revision',
        'database_busy',
        'disk_full',
        'disk_read_only',
        'disk_failing',
      ],
    }),
    /** What undo or redo takes back next in this article, the nearest first, behind the step `beyond`. */
    undoSteps: query({
      input: one.extend({ direction: Direction, beyond: z.uuid().nullable(), limit: z.int().min(1).max(200) }),
      output: z.array(UndoStep),
    }),
    rename: command({
      input: one.extend({ slug: z.string().max(120) }),
      output: done,
      errors: ['not_found', 'wrong_state'],
    }),
    bin: command({ input: one, output: done, errors: ['not_found', 'wrong_state'] }),
    restore: command({ input: one, output: done, errors: ['not_found'] }),
    /** Markdown with front matter, or plain text. All of the file or nothing of it comes in. */
    importFile: command({
      input: z.object({
        fileName: z.string().max(500),
        bytes: z.instanceof(Uint8Array),
        /** The pictures that the Markdown refers to, by the name that it uses for them. */
        attachments: z.array(Attachment).max(200).default([]),
      }),
      output: one,
      errors: ['import_invalid', 'too_large'],
    }),
    exportMarkdown: query({
      input: one,
      output: z.object({ fileName: z.string(), text: z.string(), attachments: z.array(Attachment) }),
      errors: ['not_found', 'media_missing', 'media_unreadable'],
    }),
  },
  events: {
    /** Something shown in a list or in an opened article is different now. */
    changed: z.object({ articleId: ArticleId }),
    /** A window has saved words: the draft stands at `version`. The others that show it look at them. */
    written: z.object({ articleId: ArticleId, version: z.int() }),
  },
} as const
