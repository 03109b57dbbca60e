import { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { ArticleFields } from '../domain/fields.ts'
import { ChangeSize, MarkReason, PointReason } from '../domain/history.ts'
import { ArticleId, BlockId, PersonId, RevisionId, Slug } from '../domain/ids.ts'
import { Instant } from '../domain/time.ts'
import { ArticleContent } from '../document/content.ts'
import { UndoStep } from '../document/undo.ts'
import { command, query } from '../rpc/contract.ts'

/** Where the text of an entry lies. */
export const TextRef = z.union([z.object({ seq: z.int() }), z.object({ revisionId: RevisionId })])
export type TextRef = z.infer<typeof TextRef>

const entry = { at: Instant, personId: PersonId.nullable(), revisionId: RevisionId.nullable() }

/** One line of an article's history. `text` is null while the words have not arrived at this desktop. */
export const HistoryEntry = z.discriminatedUnion('kind', [
  z.object({
    ...entry,
    kind: z.literal('point'),
    seq: z.int(),
    reason: PointReason,
    text: TextRef,
    /** The point whose words it brought back. */
    origin: z.int().nullable(),
    /** Of the body. Null for points from before histories were kept. */
    characters: z.int().nullable(),
    change: ChangeSize,
  }),
  z.object({
    ...entry,
    kind: z.literal('mark'),
    reason: MarkReason,
    text: TextRef.nullable(),
    /** Of a verdict. */
    stageId: Slug.nullable(),
    opinion: z.string(),
  }),
])
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What is brought back: blocks and fields by name. */
export const RestoredParts = z.object({
  blocks: z.array(BlockId).max(20_000),
  fields: z.array(ArticleFields.omit({ attribution: true }).keyof()),
  attribution: z.array(Attribution.keyof()),
})

/** How an article came to be what it is. */
export const history = {
  methods: {
    /** In the order in which it happened, as far as this desktop knows; the last entry is the newest. */
    list: query({
      input: z.object({ articleId: ArticleId }),
      output: z.object({ entries: z.array(HistoryEntry) }),
      errors: ['not_found'],
    }),
    content: query({
      input: z.object({ articleId: ArticleId, text: TextRef }),
      output: z.object({ content: ArticleContent }),
      errors: ['not_found', 'document_newer', 'document_invalid'],
    }),
    /**
     * Brings the whole text back, or parts of it (`parts`), as a new version of the draft. What stood there before is
     * kept as a point. Undo takes it back: `step` is what core has kept for that, null where nothing changed.
     */
    restore: command({
      input: z.object({ articleId: ArticleId, text: TextRef, parts: RestoredParts.nullable() }),
      output: z.object({ version: z.int(), savedAt: Instant, step: UndoStep.nullable() }),
      errors: [
        'not_found',
        'wrong_state',
        'too_large',
        'document_newer',
        'document_invalid',
        'database_busy',
        'disk_full',
        'disk_read_only',
        'disk_failing',
      ],
    }),
  },
  events: {
    /** A point was added. */
    changed: z.object({ articleId: ArticleId }),
  },
} as const
