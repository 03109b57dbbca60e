import { createHash } from 'node:crypto'
import { z } from 'zod'

import { JournalOp } from '#shared/document/journal.ts'
import { ArticleId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { Words } from '../db/handles.ts'

/** One line of the word log, read back. */
export const WordRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('step'),
    articleId: ArticleId,
    version: z.int(),
    step: z.string(),
    at: Instant,
    ops: z.array(JournalOp),
  }),
  z.object({ kind: z.literal('text'), articleId: ArticleId, version: z.int(), at: Instant, content: z.unknown() }),
  z.object({ kind: z.literal('gone'), articleId: ArticleId, version: z.int() }),
])
export type WordRecord = z.infer<typeof WordRecord>

/** Hexadecimal digits of SHA-256 in front of each line: a disk that changes a line is found out. */
const digits = 16
const checksum = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, digits)

/** Somebody removed the article for good: its words are not to come back. */
export interface Gone {
  kind: 'gone'
  articleId: ArticleId
  version: number
}

/** What is JSON already is not read and written again: this runs with every step of autosave. */
export function wordLine(words: Words | Gone): string {
  const { kind, articleId, version } = words
  const head = `{"kind":"${kind}","articleId":"${articleId}","version":${version}`
  const json =
    words.kind === 'step'
      ? `${head},"step":${JSON.stringify(words.step)},"at":"${words.at}","ops":${words.ops}}`
      : words.kind === 'text'
        ? `${head},"at":"${words.at}","content":${words.content}}`
        : `${head}}`
  return `${checksum(json)} ${json}\n`
}

/** Null for a line that is not what was written: torn by a crash, or damaged. */
export function readWordLine(line: string): WordRecord | null {
  const json = line.slice(digits + 1)
  if (line.slice(0, digits) !== checksum(json)) return null
  try {
    return WordRecord.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

const Head = /^[0-9a-f]{16} \{"kind":"(step|text|gone)","articleId":"([^"]+)","version":(\d+)/

/** How far the log goes, without reading words. */
export function readWordHead(line: string): { kind: string; articleId: string; version: number } | null {
  const [, kind = '', articleId = '', version = ''] = Head.exec(line) ?? []
  return kind === '' ? null : { kind, articleId, version: Number(version) }
}
