import { z } from 'zod'

import { JournalOp } from '#shared/document/journal.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { ArticleId as AnyArticleId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { checksumOf } from '../db/checksum.ts'
import { json } from '../db/json.ts'
import { readDamaged } from '../db/salvage.ts'
import { readWordHead, readWordLine } from './wordRecords.ts'

interface Step {
  step: string
  at: Instant
  ops: JournalOp[] | null
  /** Its checksum says that it is what was written. */
  sure: boolean
}

/** Everything that is known of one article's words besides what the library has. */
export interface Evidence {
  /** The highest version that was ever saved, as far as anything tells. */
  latest: number
  at: Instant
  texts: { version: number; content: unknown; sure: boolean }[]
  steps: Map<number, Step>
}

export type AllEvidence = Map<ArticleId, Evidence>

/** How far the word log goes for each article. */
export function latestInWords(lines: Iterable<string>): Map<ArticleId, number> {
  const latest = new Map<ArticleId, number>()
  for (const line of lines) {
    const head = readWordHead(line)
    const articleId = AnyArticleId.safeParse(head?.articleId).data
    if (head === null || articleId === undefined) continue
    if (head.kind === 'gone') {
      // What was torn was not said.
      if (readWordLine(line) !== null) latest.delete(articleId)
    } else latest.set(articleId, Math.max(latest.get(articleId) ?? 0, head.version))
  }
  return latest
}

/** Articles that somebody has removed for good, and that nothing was written in since. */
export function goneInWords(lines: Iterable<string>): Set<ArticleId> {
  const gone = new Set<ArticleId>()
  for (const line of lines) {
    const head = readWordHead(line)
    if (head === null) continue
    if (head.kind !== 'gone') gone.delete(head.articleId as ArticleId)
    else {
      const record = readWordLine(line)
      if (record !== null) gone.add(record.articleId)
    }
  }
  return gone
}

/** What the word log knows of these articles, or of all. */
export function evidenceFromWords(lines: Iterable<string>, only?: ReadonlySet<ArticleId>): AllEvidence {
  const all: AllEvidence = new Map()
  for (const line of lines) {
    const head = readWordHead(line)
    if (head === null || (only !== undefined && !only.has(head.articleId as ArticleId))) continue
    const record = readWordLine(line)
    if (record === null) continue
    const { articleId, version } = record
    if (record.kind === 'gone') {
      all.delete(articleId)
      continue
    }
    const evidence = evidenceOf(all, articleId, version, record.at)
    if (record.kind === 'text') evidence.texts.push({ version, content: record.content, sure: true })
    else evidence.steps.set(version, { step: record.step, at: record.at, ops: record.ops, sure: true })
  }
  return all
}

const DraftRow = z.object({ article_id: AnyArticleId, version: z.int(), saved_at: Instant })
/** Libraries of before format 11 have no checksums: their rows are only likely to be what was written. */
const Checksum = z.int().nullish()
const SnapshotRow = z.object({ article_id: AnyArticleId, version: z.int(), content: z.string(), checksum: Checksum })
const Content = json(z.unknown())
const JournalRow = z.object({
  article_id: AnyArticleId,
  version: z.int(),
  step: z.string(),
  at: Instant,
  ops: z.string().nullable(),
  checksum: Checksum,
})
const Ops = json(z.array(JournalOp)).nullable()

/**
 * Adds what a damaged library still tells of the articles that are newer there: `behind` says whether a version is newer
 * than what is at hand. Rows that read as nothing are passed over; those that are not exactly what was written are what
 * is left when nothing else tells.
 */
export function addDamaged(
  all: AllEvidence,
  damaged: string,
  behind: (articleId: ArticleId, version: number) => boolean,
): void {
  readDamaged(damaged, 'drafts', (row) => {
    const { data } = DraftRow.safeParse(row)
    if (data === undefined || !behind(data.article_id, data.version)) return
    evidenceOf(all, data.article_id, data.version, data.saved_at)
  })
  readDamaged(damaged, 'snapshots', (row) => {
    const { data } = SnapshotRow.safeParse(row)
    if (data === undefined || !behind(data.article_id, data.version)) return
    const { article_id, version, checksum } = data
    const content = Content.safeParse(data.content)
    if (!content.success) return
    const sure = checksum === checksumOf('snapshots', data)
    evidenceOf(all, article_id, version, null).texts.push({ version, content: content.data, sure })
  })
  readDamaged(damaged, 'journal', (row) => {
    const { data } = JournalRow.safeParse(row)
    if (data === undefined || !behind(data.article_id, data.version)) return
    const { article_id, version, step, at, checksum } = data
    const ops = Ops.safeParse(data.ops)
    if (!ops.success) return
    const sure = checksum === checksumOf('journal', data)
    const { steps } = evidenceOf(all, article_id, version, at)
    if (!steps.has(version)) steps.set(version, { step, at, ops: ops.data, sure })
  })
}

function evidenceOf(all: AllEvidence, articleId: ArticleId, version: number, at: Instant | null): Evidence {
  const evidence = all.get(articleId) ?? {
    latest: version,
    at: at ?? '1970-01-01T00:00:00.000Z',
    texts: [],
    steps: new Map(),
  }
  if (version >= evidence.latest) {
    evidence.latest = version
    evidence.at = at ?? evidence.at
  }
  all.set(articleId, evidence)
  return evidence
}
