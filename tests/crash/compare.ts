import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleDetail } from '#shared/contract/rows.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Random } from '../kit/random.ts'
import type { Book, ExpectedArticle } from './book.ts'
import { compareExport, compareImport } from './archiving.ts'
import { compareEmptyings } from './emptying.ts'
import { explain } from './explain.ts'
import { compareHistory } from './restoring.ts'

/** What a library has wrong, in words; empty when everything that was acknowledged is there. */
export interface Compared {
  lost: string[]
  integrity: string[]
}

/**
 * Compares a library that core has opened again with what the book says, and brings the book up to what was found: what
 * is there now has to stay. Looks at every article that something was sent to, and at any others with one in `share`.
 */
export async function compare(
  call: CoreCalls,
  book: Book,
  dataDir: string,
  { random, share }: { random: Random; share: number },
): Promise<Compared> {
  const lost: string[] = []
  const ids = await listed(call)
  const outbox = await call.sync.outbox({})
  lost.push(...compareEmptyings(book, ids))
  for (const article of book.articles.values()) {
    const { articleId } = article
    if (!ids.delete(articleId)) {
      lost.push(`article ${articleId} is in no list`)
      book.articles.delete(articleId)
      continue
    }
    const touched = article.sent.size > 0 || !('is' in article.binned) || !('is' in article.submitted)
    if (!touched && random(share) > 0) continue
    const found = await call.articles.open({ articleId })
    const acts = outbox.filter((row) => row.articleId === articleId).map(({ act }) => act)
    const { entries } = await call.history.list({ articleId })
    const reasons = entries.map(({ reason }) => reason)
    lost.push(...compareArticle(article, found, acts, reasons).map((problem) => `article ${articleId}: ${problem}`))
  }
  const unknown: ArticleDetail[] = []
  for (const articleId of ids) unknown.push(await call.articles.open({ articleId }))
  const imported = compareImport(book, unknown)
  lost.push(...imported.lost, ...(await compareExport(book)))
  for (const article of imported.others) lost.push(...adopt(book, article))
  for (const { articleId } of book.beginnings) if (articleId !== null) lost.push(`article ${articleId} is in no list`)
  book.beginnings = []
  // A library that had to be recovered was damaged, however well that went.
  const { reports } = await call.recovery.status({})
  const integrity = [...checkIntegrity(dataDir, book.gone), ...reports.map(({ reason }) => `recovered: ${reason}`)]
  return { lost: [...lost, ...compareMedia(book, dataDir)], integrity }
}

async function listed(call: CoreCalls): Promise<Set<ArticleId>> {
  const ids = new Set<ArticleId>()
  for (const view of ['mine', 'bin'] as const) {
    for (let offset = 0; ; offset += 500) {
      const { rows } = await call.articles.list({ view, offset, limit: 500 })
      for (const { articleId } of rows) ids.add(articleId)
      if (rows.length < 500) break
    }
  }
  return ids
}

function compareArticle(
  article: ExpectedArticle,
  found: ArticleDetail,
  acts: readonly string[],
  history: readonly string[],
): string[] {
  const problems: string[] = []
  const windows = [...article.sent.values()]
  const explained = explain(article.standing, windows, found)
  if (explained === null) {
    const sent = windows.flat().length
    problems.push(`version ${found.version} is not what ${sent} steps make of version ${article.standing.version}`)
  }
  article.standing = { content: found.content, version: found.version }
  for (const [window, sent] of article.sent) {
    const open = sent.filter(({ acknowledged }) => !acknowledged)
    for (const step of open) if (explained?.has(step) === true) step.found = true
    if (open.length > 0) article.sent.set(window, open)
    else article.sent.delete(window)
  }
  if ('is' in article.binned && article.binned.is !== found.binned) problems.push(`binned is ${String(found.binned)}`)
  article.binned = { is: found.binned }
  problems.push(...compareSubmission(article, found, acts), ...compareHistory(article, explained, history))
  return problems
}

/** Submitting writes three things at once: the revision, what is to be said to the desk, and where the article stands. */
function compareSubmission(article: ExpectedArticle, found: ArticleDetail, acts: readonly string[]): string[] {
  const { submitted } = article
  const revisionId = found.pending?.act === 'submit' ? found.revisionId : null
  article.submitted = { is: revisionId }
  if ('is' in submitted && submitted.is !== revisionId) return [`submitted as ${submitted.is}, found ${revisionId}`]
  const said = acts.filter((act) => act !== 'media').join(' ')
  if (said !== (revisionId === null ? '' : 'revision submit')) return [`half a submission: ${acts.join(' ')}`]
  return []
}

/** An article that the book has not looked at has to be one that was being made, and whole. */
function adopt(book: Book, { articleId, content, version }: ArticleDetail): string[] {
  const text = bodyText(content.blocks)
  const made = book.beginnings.find((one) => one.text === text && (one.articleId ?? articleId) === articleId)
  book.beginnings = book.beginnings.filter((one) => one !== made)
  book.add(articleId, { content, version }, book.articles.size % 3)
  return made === undefined ? [`article ${articleId} was never made: ${text}`] : []
}

/** Whatever has a name is whole, and what was acknowledged has one. */
function compareMedia(book: Book, dataDir: string): string[] {
  const folder = join(dataDir, 'media')
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const files = new Map(names.filter((name) => /[/\\][0-9a-f]{64}$/.test(name)).map((name) => [name.slice(3), name]))
  const torn = [...files].filter(([hash, name]) => hashOf(join(folder, name)) !== hash)
  const missing = [...book.media.keys()].filter((hash) => !files.has(hash))
  for (const hash of missing) book.media.delete(hash)
  return [
    ...torn.map(([hash]) => `the file of ${hash} is torn`),
    ...missing.map((hash) => `the file of ${hash} is gone`),
  ]
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Tables in which something of these articles is left. What the search index has still to forget is none. */
function rowsOf(db: Sqlite.Database, articleIds: ReadonlySet<ArticleId>): string[] {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT tables.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS field
       WHERE tables.schema = 'main' AND field.name = 'article_id' AND tables.name <> 'search_marks'`,
    )
    .all()
  return tables
    .map(({ name }) => name)
    .filter(
      (name) =>
        db
          .prepare(`SELECT 1 FROM "${name}" WHERE article_id IN (SELECT value FROM json_each(?)) LIMIT 1`)
          .get(JSON.stringify([...articleIds])) !== undefined,
    )
}

function checkIntegrity(dataDir: string, gone: ReadonlySet<ArticleId>): string[] {
  const db = new Sqlite(join(dataDir, 'library.db'), { readonly: true })
  try {
    const checked = db.pragma('integrity_check', { simple: true })
    const foreign = db.pragma('foreign_key_check') as unknown[]
    const left = rowsOf(db, gone).map((table) => `${table} has rows of what was removed for good`)
    return [...left, ...(checked === 'ok' ? [] : [String(checked)]), ...foreign.map((row) => JSON.stringify(row))]
  } finally {
    db.close()
  }
}
