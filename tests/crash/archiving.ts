import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { checkArchive } from '#core/archive/check.ts'
import { put, write } from '#core/testing/articles.ts'
import { png } from '#core/testing/pictures.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleDetail } from '#shared/contract/rows.ts'
import { picture } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { Book } from './book.ts'
import { startCore } from './core.ts'

/** The library of somebody else, as one file: their drafts come in as articles of whoever imports it. */
export interface Archive {
  readonly file: string
  readonly texts: readonly string[]
  readonly media: MediaHash
  readonly bytes: Uint8Array
  remove(): void
}

const articles = 4

/** `program` is the bundled child.ts. */
export async function makeArchive(program: string): Promise<Archive> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-archive-'))
  const core = startCore(join(folder, 'profile'), { file: program })
  await core.ready
  const call = core.window()
  const bytes = png(9, 7)
  const { media } = await call.media.add({ bytes })
  const texts = Array.from({ length: articles }, (_, n) => `旧资料库的第 ${n} 篇。`)
  for (const text of texts) await write(call, text, put(picture({ media, width: 9, height: 7 })))
  const file = join(folder, 'archive.zip')
  await call.archives.export({ file })
  core.kill()
  await core.gone
  return { file, texts, media, bytes, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** How far something is that is asked for once; `seen` when it was found after a death. */
export type Stage = 'no' | 'asked' | 'acknowledged' | 'seen'

/** Writes the whole library into `book.exported`. A window that comes while another one is at it goes its way. */
export async function exportAll(call: CoreCalls, book: Book): Promise<void> {
  if (book.exporting === 'no') book.exporting = 'asked'
  if (!(await unlessBusy(call.archives.export({ file: book.exported })))) return
  book.exporting = 'acknowledged'
  book.acknowledged += 1
}

/** Takes the archive in, once in the life of a library: later on its articles are articles like all others. */
export async function importAll(call: CoreCalls, book: Book): Promise<void> {
  if (book.importing !== 'no' || !(await unlessBusy(call.archives.inspect({ file: book.archive.file })))) return
  book.importing = 'asked'
  if (!(await unlessBusy(call.archives.import({})))) {
    book.importing = 'no'
    return
  }
  book.importing = 'acknowledged'
  book.media.set(book.archive.media, book.archive.bytes)
  book.acknowledged += 1
}

/** False when another job was going on, or what was looked at was taken in by another window. */
async function unlessBusy(job: Promise<unknown>): Promise<boolean> {
  try {
    await job
    return true
  } catch (error) {
    if (isGalleyError(error, 'conflict') || isGalleyError(error, 'not_found')) return false
    throw error
  }
}

/** A file that has the name of an archive is a whole one, and one that was acknowledged is there. */
export async function compareExport(book: Book): Promise<string[]> {
  const { exporting, exported } = book
  book.exporting = 'no'
  if (exporting === 'no') return []
  if (!existsSync(exported)) return exporting === 'acknowledged' ? ['an archive that was written is gone'] : []
  return checkArchive(exported, () => {}).then(
    () => [],
    (error: unknown) => [`half an archive has the name of one: ${String(error)}`],
  )
}

/** Of an archive everything came in or nothing. Answers what else is unknown. */
export function compareImport(
  book: Book,
  unknown: readonly ArticleDetail[],
): { lost: string[]; others: ArticleDetail[] } {
  if (book.importing === 'seen') return { lost: [], others: [...unknown] }
  const { texts } = book.archive
  const isOf = ({ content }: ArticleDetail) => texts.includes(bodyText(content.blocks).trim())
  const came = unknown.filter(isOf)
  for (const { articleId, content, version } of came) book.add(articleId, { content, version }, book.articles.size % 3)
  const expected = book.importing === 'acknowledged' ? [texts.length] : [0, texts.length]
  book.importing = came.length > 0 ? 'seen' : 'no'
  const lost = expected.includes(came.length)
    ? []
    : [`of an archive ${came.length} articles of ${texts.length} came in`]
  return { lost, others: unknown.filter((detail) => !isOf(detail)) }
}
