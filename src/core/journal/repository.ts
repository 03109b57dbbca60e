import { z } from 'zod'

import { JournalOp } from '#shared/document/journal.ts'
import { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { json } from '../db/json.ts'
import { noteUses } from '../media/uses.ts'

/** Where a draft stands, without its text. */
export const DraftHead = z
  .object({
    version: z.int(),
    saved_at: Instant,
    journal_bytes: z.int(),
    snapshot_bytes: z.int(),
    base_revision: RevisionId.nullable(),
    base_version: z.int().nullable(),
    replaced_version: z.int(),
  })
  .transform((row) => ({
    version: row.version,
    savedAt: row.saved_at,
    journalBytes: row.journal_bytes,
    snapshotBytes: row.snapshot_bytes,
    /** The last revision that was frozen from this draft, or that it was made from. */
    baseRevision: row.base_revision,
    baseVersion: row.base_version,
    /** The version at which the text was last replaced as a whole. */
    replacedVersion: row.replaced_version,
  }))
export type DraftHead = z.infer<typeof DraftHead>

export const findDraft = (db: ReadableDb, articleId: ArticleId): DraftHead | undefined =>
  db.get(DraftHead, 'SELECT * FROM drafts WHERE article_id = ?', [articleId])

export interface NewDraft {
  articleId: ArticleId
  /** JSON of the content. */
  snapshot: string
  at: Instant
  base: RevisionId | null
}

export function insertDraft(tx: WritableDb, { articleId, snapshot, at, base }: NewDraft): void {
  tx.run('INSERT INTO drafts VALUES (?, 0, ?, 0, ?, ?, ?, 0)', [
    articleId,
    at,
    snapshot.length,
    base,
    base === null ? null : 0,
  ])
  tx.run('INSERT INTO snapshots VALUES (?, 0, ?)', [articleId, snapshot])
  noteUses(tx, articleId, snapshot)
  tx.words({ kind: 'text', articleId, version: 0, at, content: snapshot })
}

const Acknowledged = z.object({ version: z.int(), savedAt: Instant })
export type Acknowledged = z.infer<typeof Acknowledged>

const AnsweredStep = Acknowledged.extend({ step: z.string() })

/** The steps that the journal of an article still knows, with what was answered to each, in order. */
export const readSteps = (db: ReadableDb, articleId: ArticleId): z.infer<typeof AnsweredStep>[] =>
  db.all(AnsweredStep, 'SELECT step, version, at AS savedAt FROM journal WHERE article_id = ? ORDER BY version', [
    articleId,
  ])

export interface Step extends Acknowledged {
  articleId: ArticleId
  step: string
  /** JSON of the operations. */
  ops: string
}

export function insertStep(tx: WritableDb, { articleId, version, step, ops, savedAt }: Step): void {
  tx.run('INSERT INTO journal (article_id, version, step, at, ops) VALUES (?, ?, ?, ?, ?)', [
    articleId,
    version,
    step,
    savedAt,
    ops,
  ])
  tx.run('UPDATE drafts SET version = ?, saved_at = ?, journal_bytes = journal_bytes + ? WHERE article_id = ?', [
    version,
    savedAt,
    ops.length,
    articleId,
  ])
  noteUses(tx, articleId, ops)
  tx.words({ kind: 'step', articleId, version, step, at: savedAt, ops })
}

// Schemas stand outside of the functions that use them: each compiles at its first use, and that takes a while.
const Snapshot = z.object({ version: z.int(), content: json(z.unknown()) })
const Tail = z.object({ ops: json(z.array(JournalOp)) })

export const readSnapshot = (db: ReadableDb, articleId: ArticleId): { version: number; content: unknown } | undefined =>
  db.get(Snapshot, 'SELECT version, content FROM snapshots WHERE article_id = ?', [articleId])

/** The operations after `version`, in order. */
export const readTail = (db: ReadableDb, articleId: ArticleId, version: number): JournalOp[] =>
  db
    .all(Tail, 'SELECT ops FROM journal WHERE article_id = ? AND version > ? ORDER BY version', [articleId, version])
    .flatMap(({ ops }) => ops)

/** Steps that stay recognisable after their operations went into the snapshot: an editor sends again what is in flight. */
export const rememberedSteps = 1000

/** Makes `content` (JSON) the draft at `version` and empties the journal up to there. */
export function replaceSnapshot(tx: WritableDb, articleId: ArticleId, version: number, content: string): void {
  tx.run('UPDATE snapshots SET version = ?, content = ? WHERE article_id = ?', [version, content, articleId])
  tx.run('UPDATE journal SET ops = NULL WHERE article_id = ? AND version <= ? AND ops IS NOT NULL', [
    articleId,
    version,
  ])
  tx.run('DELETE FROM journal WHERE article_id = ? AND version <= ?', [articleId, version - rememberedSteps])
  tx.run('UPDATE drafts SET journal_bytes = 0, snapshot_bytes = ? WHERE article_id = ?', [content.length, articleId])
  noteUses(tx, articleId, content)
}

/** The draft was frozen as `revision` at `version`. */
export const setBase = (tx: WritableDb, articleId: ArticleId, revision: RevisionId | null, version: number | null) =>
  tx.run('UPDATE drafts SET base_revision = ?, base_version = ? WHERE article_id = ?', [revision, version, articleId])

/** Makes `content` (JSON), which somebody wrote elsewhere, the draft at `version`. */
export function replaceDraft(
  tx: WritableDb,
  articleId: ArticleId,
  version: number,
  content: string,
  at: Instant,
): void {
  tx.run(
    'UPDATE drafts SET version = @version, replaced_version = @version, saved_at = @at WHERE article_id = @articleId',
    {
      articleId,
      version,
      at,
    },
  )
  replaceSnapshot(tx, articleId, version, content)
  tx.words({ kind: 'text', articleId, version, at, content })
}

/** The step that made `version` took the place of the whole text: what was typed on an older one does not fit. */
export const markReplaced = (tx: WritableDb, articleId: ArticleId, version: number) =>
  tx.run('UPDATE drafts SET replaced_version = ? WHERE article_id = ?', [version, articleId])

/** Drafts whose journal has outgrown the snapshot: see compaction.ts. */
export const overgrown = (db: ReadableDb, least: number): ArticleId[] =>
  db
    .all(
      z.object({ article_id: ArticleId }),
      'SELECT article_id FROM drafts WHERE journal_bytes > max(?, snapshot_bytes)',
      [least],
    )
    .map(({ article_id }) => article_id)
