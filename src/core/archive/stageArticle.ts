import { readContent } from '#shared/document/upgrade.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { insertArticle, setStanding } from '../articles/repository.ts'
import type { Database } from '../db/database.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import { insertPoint } from '../history/repository.ts'
import { storeText } from '../history/texts.ts'
import { insertDraft, rememberStep, setBase } from '../journal/repository.ts'
import { hasRevision, putRevision } from '../revisions/repository.ts'
import { readAs } from './contents.ts'
import type { OpenedArchive } from './contents.ts'
import type { Counts } from './format.ts'
import { ArchivedArticle, articleEntry, historyEntry, HistoryLine } from './format.ts'
import { parseBounded } from './json.ts'
import { linesOf } from './lines.ts'
import { invalid, textOf } from './zipReader.ts'

/** Makes an article of the archive one of the staged library. Throws `archive_invalid` for what cannot be one. */
export async function stageArticle(
  db: Database,
  archive: OpenedArchive,
  articleId: ArticleId,
  counts: Counts,
): Promise<void> {
  const entry = articleEntry(articleId)
  const record = readAs(ArchivedArticle, parseBounded(await textOf(archive.read(archive.entry(entry))), entry), entry)
  if (record.articleId !== articleId) throw invalid('malformed', { entry, path: 'articleId' })
  transaction(db, (tx) => insertRecord(tx, record))
  counts.articles += 1

  const history = archive.entry(historyEntry(articleId))
  const texts = new Map<number, number>()
  let last = 0
  for await (const text of linesOf(archive.read(history), history.name)) {
    const line = readAs(HistoryLine, parseBounded(text, history.name), history.name)
    if (line.kind === 'point') {
      if (line.seq <= last) throw invalid('malformed', { entry: history.name, path: 'seq' })
      last = line.seq
    }
    transaction(db, (tx) => insertLine(tx, articleId, line, texts, history.name))
    if (line.kind === 'revision') counts.revisions += 1
    if (line.kind === 'point') counts.points += 1
  }
  if (record.draft === null) return
  const { draft } = record
  transaction(db, (tx) => insertArchivedDraft(tx, articleId, draft, entry))
  counts.drafts += 1
}

function insertRecord(tx: WritableDb, record: ArchivedArticle): void {
  const { articleId, authorId, slug, headline, excerpt, kind, columnId, updatedAt: at } = record
  insertArticle(tx, { articleId, authorId, list: { slug, headline, excerpt, kind, columnId }, at })
  setStanding(tx, articleId, record)
}

function insertLine(
  tx: WritableDb,
  articleId: ArticleId,
  line: HistoryLine,
  texts: Map<number, number>,
  entry: string,
): void {
  switch (line.kind) {
    case 'revision': {
      const { id, parents, storedAt } = line
      const stored = putRevision(tx, { articleId, parents, content: contentIn(line.content, entry) }, storedAt)
      if (stored !== id) throw invalid('lyingRevision', { entry })
      return
    }
    case 'text':
      texts.set(line.n, storeText(tx, articleId, contentIn(line.content, entry)))
      return
    case 'point': {
      const { kind: _kind, text, ...point } = line
      const textId = point.revisionId === null && text !== null ? (texts.get(text) ?? null) : null
      const shown = point.revisionId === null ? textId !== null : text === null && hasRevision(tx, point.revisionId)
      if (!shown) throw invalid('malformed', { entry, path: 'text' })
      insertPoint(tx, articleId, { ...point, textId })
    }
  }
}

function insertArchivedDraft(
  tx: WritableDb,
  articleId: ArticleId,
  { version, savedAt, step, baseRevision, baseVersion, content }: NonNullable<ArchivedArticle['draft']>,
  entry: string,
): void {
  const snapshot = JSON.stringify(contentIn(content, entry))
  insertDraft(tx, { articleId, snapshot, at: savedAt, base: null, version })
  if (step !== null) rememberStep(tx, articleId, { step, version, savedAt })
  // A base that did not come along is none: the desk tells of its line itself.
  if (baseRevision !== null && hasRevision(tx, baseRevision)) setBase(tx, articleId, baseRevision, baseVersion)
}

/** A text of a newer Galley is no lie, and is said to be newer. */
function contentIn(value: unknown, entry: string) {
  try {
    return readContent(value)
  } catch (error) {
    if (!isGalleyError(error, 'document_invalid')) throw error
    throw invalid('malformed', { entry, path: error.details['path'] }, error)
  }
}
