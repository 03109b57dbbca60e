import { z } from 'zod'

import type { MediaFile } from '#shared/contract/media.ts'
import { DeskArticle } from '#shared/domain/article.ts'
import { PointReason } from '#shared/domain/history.ts'
import { ArticleId, MediaHash, PersonId, RevisionId, Slug } from '#shared/domain/ids.ts'
import { ArticleKind } from '#shared/domain/kinds.ts'
import { Instant } from '#shared/domain/time.ts'
import { pictureEndings } from '../media/endings.ts'

/*
 * The archive of a whole library: one ZIP, described in docs/data.md so that it can be read without Galley. Everything
 * that core writes into one or believes of one is defined here.
 */

/** Raised with each change that an older Galley would read wrongly. */
export const archiveVersion = 1
export const archiveFormat = 'galley/archive'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const Counts = z.object({
  articles: z.int().min(0),
  drafts: z.int().min(0),
  revisions: z.int().min(0),
  points: z.int().min(0),
  pictures: z.int().min(0),
})
export type Counts = z.infer<typeof Counts>

export const noCounts: Counts = { articles: 0, drafts: 0, revisions: 0, points: 0, pictures: 0 }

/** Read first, and alone: what else stands in a manifest depends on its version. */
export const ManifestHead = z.object({ format: z.literal(archiveFormat), version: z.int().min(1) })

/** `manifest.json`, the last entry: the archive says what it holds once all of it is written. */
export const Manifest = ManifestHead.extend({
  madeAt: Instant,
  madeBy: z.object({ id: PersonId, name: z.string(), account: z.string() }),
  newsroom: z.string(),
  /** Names of the people whose ids stand in the articles. */
  people: z.array(z.object({ id: PersonId, name: z.string() })),
  counts: Counts,
  /** SHA-256 of the entry `sha256.txt`, which names every other one. */
  checksums: sha256,
})
export type Manifest = z.infer<typeof Manifest>

/** The text that was being written. Its content is read with `readContent`, which knows older forms. */
const ArchivedDraft = z.object({
  version: z.int().min(0),
  savedAt: Instant,
  /** Names the last saved step, and so tells a later state of the same draft from a different text. */
  step: z.string().max(200).nullable(),
  baseRevision: RevisionId.nullable(),
  baseVersion: z.int().min(0).nullable(),
  content: z.unknown(),
})
export type ArchivedDraft = z.infer<typeof ArchivedDraft>

/** `articles/<id>/article.json`. What the desk said of the article is a note of what was known, and never an act. */
export const ArchivedArticle = z.object({
  articleId: ArticleId,
  authorId: PersonId,
  coWriters: DeskArticle.shape.coWriters,
  writers: DeskArticle.shape.writers,
  slug: z.string().max(120),
  headline: z.string().max(300),
  excerpt: z.string().max(1000),
  kind: ArticleKind,
  columnId: Slug.nullable(),
  status: DeskArticle.shape.status,
  verdicts: DeskArticle.shape.verdicts,
  receipts: DeskArticle.shape.receipts,
  binnedAt: Instant.nullable(),
  updatedAt: Instant,
  draft: ArchivedDraft.nullable(),
})
export type ArchivedArticle = z.infer<typeof ArchivedArticle>

/** A line of `articles/<id>/history.jsonl`. Texts and revisions stand before the points that show them. */
export const HistoryLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('revision'),
    id: RevisionId,
    parents: z.array(RevisionId).max(2),
    storedAt: Instant,
    content: z.unknown(),
  }),
  z.object({ kind: z.literal('text'), n: z.int().min(0), content: z.unknown() }),
  z.object({
    kind: z.literal('point'),
    seq: z.int().min(1),
    reason: PointReason,
    version: z.int().min(0),
    at: Instant,
    personId: PersonId.nullable(),
    /** One of the two says where its text stands. */
    revisionId: RevisionId.nullable(),
    text: z.int().min(0).nullable(),
    /** The point whose words it brought back. */
    origin: z.int().min(1).nullable(),
    characters: z.int().min(0).nullable(),
    added: z.int().min(0),
    removed: z.int().min(0),
  }),
])
export type HistoryLine = z.infer<typeof HistoryLine>

export type EntryName =
  | { is: 'readme' | 'contents' | 'checksums' | 'manifest' }
  | { is: 'article' | 'text' | 'history'; articleId: ArticleId }
  | { is: 'picture'; media: MediaHash }

export const readmeEntry = 'README.txt'
export const contentsEntry = 'contents.txt'
export const checksumsEntry = 'sha256.txt'
export const manifestEntry = 'manifest.json'

export const articleEntry = (articleId: ArticleId): string => `articles/${articleId}/article.json`
export const textEntry = (articleId: ArticleId): string => `articles/${articleId}/text.md`
export const historyEntry = (articleId: ArticleId): string => `articles/${articleId}/history.jsonl`
export const pictureEntry = (media: MediaHash, mimeType: MediaFile['mimeType']): string =>
  `media/${media}.${pictureEndings[mimeType]}`

const fixed: Readonly<Record<string, EntryName>> = {
  [readmeEntry]: { is: 'readme' },
  [contentsEntry]: { is: 'contents' },
  [checksumsEntry]: { is: 'checksums' },
  [manifestEntry]: { is: 'manifest' },
}
const files: Readonly<Record<string, 'article' | 'text' | 'history'>> = {
  'article.json': 'article',
  'text.md': 'text',
  'history.jsonl': 'history',
}

/** Null for every name that no archive of this version has: nothing is ever written under a name from a stranger's file. */
export function readEntryName(name: string): EntryName | null {
  const known = Object.hasOwn(fixed, name) ? fixed[name] : undefined
  if (known !== undefined) return known
  const [, folder = '', file = ''] = /^articles\/([0-9a-f-]{36})\/([a-z]+\.[a-z]+)$/.exec(name) ?? []
  const articleId = ArticleId.safeParse(folder).data
  const is = Object.hasOwn(files, file) ? files[file] : undefined
  if (articleId !== undefined && is !== undefined) return { is, articleId }
  const media = MediaHash.safeParse(/^media\/([0-9a-f]{64})\.(?:jpg|png|gif|webp)$/.exec(name)?.[1]).data
  return media === undefined ? null : { is: 'picture', media }
}
