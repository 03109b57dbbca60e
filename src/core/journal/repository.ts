import { z } from 'zod'

import { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { checksumOf } from '../db/checksum.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
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
  /** Of a draft that was begun elsewhere, and goes on here. */
  version?: number
}

/** The draft stands on `base` exactly. */
export function insertDraft(tx: WritableDb, { articleId, snapshot, at, base, version = 0 }: NewDraft): void {
  tx.run('INSERT INTO drafts VALUES (?, ?, ?, 0, ?, ?, ?, 0)', [
    articleId,
    version,
    at,
    snapshot.length,
    base,
    base === null ? null : version,
  ])
  const row = { article_id: articleId, version, content: snapshot }
  tx.run('INSERT INTO snapshots VALUES (@article_id, @version, @content, @checksum)', {
    ...row,
    checksum: checksumOf('snapshots', row),
  })
  noteUses(tx, articleId, snapshot)
  tx.words({ kind: 'text', articleId, version, at, content: snapshot })
}

const Acknowledged = z.object({ version: z.int(), savedAt: Instant })
export type Acknowledged = z.infer<typeof Acknowledged>

const AnsweredStep = Acknowledged.extend({ step: z.string() })
type AnsweredStep = z.infer<typeof AnsweredStep>

/** The steps that the journal of an article still knows, with what was answered to each, in order. */
export const readSteps = (db: ReadableDb, articleId: ArticleId): AnsweredStep[] =>
  db.all(AnsweredStep, 'SELECT step, version, at AS savedAt FROM journal WHERE article_id = ? ORDER BY version', [
    articleId,
  ])

/** The step that made `version`, while the journal knows it. */
export const stepAt = (db: ReadableDb, articleId: ArticleId, version: number): string | null =>
  readSteps(db, articleId).find((step) => step.version === version)?.step ?? null

export interface Step extends Acknowledged {
  articleId: ArticleId
  step: string
  /** JSON of the operations. */
  ops: string
}

export function insertStep(tx: WritableDb, { articleId, version, step, ops, savedAt }: Step): void {
  insertRow(tx, 'INSERT', { article_id: articleId, version, step, at: savedAt, ops })
  tx.run('UPDATE drafts SET version = ?, saved_at = ?, journal_bytes = journal_bytes + ? WHERE article_id = ?', [
    version,
    savedAt,
    ops.length,
    articleId,
  ])
  noteUses(tx, articleId, ops)
  tx.words({ kind: 'step', articleId, version, step, at: savedAt, ops })
}

/** A step whose operations the snapshot contains. One that is there already stays. */
export const rememberStep = (tx: WritableDb, articleId: ArticleId, { step, version, savedAt }: AnsweredStep): void =>
  insertRow(tx, 'INSERT OR IGNORE', { article_id: articleId, version, step, at: savedAt, ops: null })

function insertRow(
  tx: WritableDb,
  insert: 'INSERT' | 'INSERT OR IGNORE',
  row: { article_id: ArticleId; version: number; step: string; at: Instant; ops: string | null },
): void {
  tx.run(
    `${insert} INTO journal (article_id, version, step, at, ops, checksum)
     VALUES (@article_id, @version, @step, @at, @ops, @checksum)`,
    { ...row, checksum: checksumOf('journal', row) },
  )
}

const FoldedStep = z.object({ version: z.int(), step: z.string(), at: Instant })

/** Steps that stay recognisable after their operations went into the snapshot: an editor sends again what is in flight. */
export const rememberedSteps = 1000

/** Makes `content` (JSON) the draft at `version` and empties the journal up to there. */
export function replaceSnapshot(tx: WritableDb, articleId: ArticleId, version: number, content: string): void {
  const row = { article_id: articleId, version, content }
  tx.run(
    'UPDATE snapshots SET version = @version, content = @content, checksum = @checksum WHERE article_id = @article_id',
    {
      ...row,
      checksum: checksumOf('snapshots', row),
    },
  )
  for (const step of tx.all(
    FoldedStep,
    'SELECT version, step, at FROM journal WHERE article_id = ? AND version <= ? AND ops IS NOT NULL',
    [articleId, version],
  )) {
    // One by one: for many at once SQLite keeps what was there before in a file of its own, outside of the profile.
    const checksum = checksumOf('journal', { article_id: articleId, ...step, ops: null })
    tx.run('UPDATE journal SET ops = NULL, checksum = ? WHERE article_id = ? AND version = ?', [
      checksum,
      articleId,
      step.version,
    ])
  }
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
