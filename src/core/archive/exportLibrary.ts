import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

import type { ArchiveProgress, ExportReport } from '#shared/contract/archives.ts'
import type { WriteContext } from '#shared/document/markdown/write.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { ArticleId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { chooseLocale, translator } from '#shared/messages/format.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import type { Database } from '../db/database.ts'
import { moveIntoPlace } from '../db/durable.ts'
import { diskError } from '../db/errors.ts'
import { migrations } from '../db/migrations/index.ts'
import { openSnapshot } from '../db/open.ts'
import { openUnwritable } from '../db/unwritable.ts'
import { findMedia } from '../media/repository.ts'
import { pictureEndings } from '../media/endings.ts'
import { deskOf } from '../settings/desk.ts'
import type { Desk } from '../settings/desk.ts'
import { contentsLine, readableText, readArticle } from './article.ts'
import { checkArchive } from './check.ts'
import type { Manifest } from './format.ts'
import {
  archiveFormat,
  archiveVersion,
  articleEntry,
  checksumsEntry,
  contentsEntry,
  historyEntry,
  manifestEntry,
  noCounts,
  pictureEntry,
  readmeEntry,
  textEntry,
} from './format.ts'
import { historyOf } from './history.ts'
import { bytesOf, isWhole, picturesOf } from './pictures.ts'
import { ZipWriter } from './zipWriter.ts'

export interface ExportJob {
  dataDir: string
  /** Where the archive is to lie, by its whole path. */
  file: string
  /** What the clock says. Milliseconds. */
  at: number
  /** The library lies on a disk that takes nothing: not a byte of it is changed. */
  unwritable: boolean
}

export const partOf = (file: string): string => `${file}.part`

/**
 * Writes the whole library into one archive: as it stands at this moment, while others go on writing, with no more than
 * pieces of it in memory. It grows beside its place, is read back, synced, and only then gets its name. Throws
 * `archive_not_written` for the disk that it goes to. Runs in a thread of its own.
 */
export async function exportLibrary(job: ExportJob, tell: (progress: ArchiveProgress) => void): Promise<ExportReport> {
  const { dataDir, file, unwritable } = job
  const library = join(dataDir, 'library.db')
  const db = unwritable ? openUnwritable(library, silentLogger, migrations) : openSnapshot(library, silentLogger)
  try {
    return await writeArchive(db, job, tell)
  } catch (error) {
    throw targetError(error, file)
  } finally {
    db.close()
  }
}

async function writeArchive(
  db: Database,
  job: ExportJob,
  tell: (progress: ArchiveProgress) => void,
): Promise<ExportReport> {
  const { file } = job
  const part = partOf(file)
  rmSync(part, { force: true })
  const zip = new ZipWriter(part, new Date(job.at))
  try {
    const report = await new Export(db, job, zip, tell).write()
    await zip.finish()
    const bytes = await checkArchive(part, tell)
    moveIntoPlace(part, file)
    return { ...report, file, bytes }
  } catch (error) {
    await zip.abandon()
    throw error
  }
}

/** What the disk of the archive has to say is told as such: nothing of the library is in danger. */
function targetError(error: unknown, file: string): unknown {
  if (isGalleyError(error)) return error
  const meant = diskError(error, dirname(file))
  if (isGalleyError(meant)) {
    return new GalleyError('archive_not_written', { why: meant.code, ...meant.details }, { cause: error })
  }
  // Whatever else a system says of a file: its folder went, or is of a kind that takes none.
  const isOfSystem = error instanceof Error && 'syscall' in error
  return isOfSystem ? new GalleyError('archive_not_written', { why: 'disk_failing' }, { cause: error }) : error
}

class Export {
  readonly #db: Database
  readonly #job: ExportJob
  readonly #zip: ZipWriter
  readonly #tell: (progress: ArchiveProgress) => void
  readonly #desk: Desk
  readonly #counts = { ...noCounts }
  readonly #damaged: ExportReport['damaged'] = []

  constructor(db: Database, job: ExportJob, zip: ZipWriter, tell: (progress: ArchiveProgress) => void) {
    this.#db = db
    this.#job = job
    this.#zip = zip
    this.#tell = tell
    this.#desk = deskOf(db)
  }

  async write(): Promise<Omit<ExportReport, 'file' | 'bytes'>> {
    await this.#zip.text(readmeEntry, this.#readme())
    await this.#articles()
    const missingPictures = await this.#pictures()
    const checksums = await this.#zip.text(checksumsEntry, this.#zip.checksums())
    await this.#zip.text(manifestEntry, `${JSON.stringify(this.#manifest(checksums), null, 2)}\n`)
    return { counts: this.#counts, damaged: this.#damaged, missingPictures }
  }

  async #articles(): Promise<void> {
    const ids = this.#db.all(z.object({ id: ArticleId }), 'SELECT id FROM articles ORDER BY updated_at DESC, id')
    const contents: string[] = []
    for (const [done, { id }] of ids.entries()) {
      this.#tell({ phase: 'texts', done, total: ids.length })
      contents.push(await this.#article(id))
    }
    await this.#zip.text(contentsEntry, contents.join(''))
  }

  /** Answers its line in the list of contents. */
  async #article(articleId: ArticleId): Promise<string> {
    let isDamaged = false
    const onDamage = () => (isDamaged = true)
    const article = readArticle(this.#db, articleId, onDamage)
    const { record, content } = article
    await this.#zip.text(articleEntry(articleId), `${JSON.stringify(record, null, 2)}\n`)
    await this.#zip.text(textEntry(articleId), content === null ? '' : readableText(content, this.#writing))
    await this.#zip.add(historyEntry(articleId), this.#lines(articleId, onDamage), true)
    this.#counts.articles += 1
    if (record.draft !== null) this.#counts.drafts += 1
    if (isDamaged) this.#damaged.push({ articleId, headline: record.headline || record.slug })
    const names = new Map(this.#desk.people.map(({ id, name }) => [id, name]))
    return contentsLine(article, (id) => names.get(id) ?? id, this.#untitled())
  }

  *#lines(articleId: ArticleId, onDamage: () => void): Generator<Uint8Array> {
    for (const line of historyOf(this.#db, articleId, onDamage)) {
      if (line.kind === 'revision') this.#counts.revisions += 1
      if (line.kind === 'point') this.#counts.points += 1
      yield Buffer.from(`${JSON.stringify(line)}\n`)
    }
  }

  /** Answers how many could not be taken along. */
  async #pictures(): Promise<number> {
    const pictures = picturesOf(this.#db, this.#job.dataDir)
    const total = pictures.reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    for (const picture of pictures) {
      this.#tell({ phase: 'pictures', done, total })
      done += picture.bytes
      if (!(await isWhole(picture))) continue
      await this.#zip.add(pictureEntry(picture.media, picture.mimeType), bytesOf(picture), false)
      this.#counts.pictures += 1
    }
    return this.#used() - this.#counts.pictures
  }

  #used(): number {
    return this.#db.get(z.object({ n: z.int() }), 'SELECT count(DISTINCT media) AS n FROM media_uses')?.n ?? 0
  }

  #manifest(checksums: string): Manifest {
    const { person, newsroom, people } = this.#desk
    return {
      format: archiveFormat,
      version: archiveVersion,
      madeAt: new Date(this.#job.at).toISOString(),
      madeBy: { id: person.id, name: person.name, account: person.account },
      newsroom: newsroom.name,
      people: people.map(({ id, name }) => ({ id, name })),
      counts: this.#counts,
      checksums,
    }
  }

  get #writing(): WriteContext {
    const endingOf = (media: MediaHash) => pictureEndings[findMedia(this.#db, media)?.mimeType ?? 'image/jpeg']
    return { newsroom: this.#desk.newsroom, extensionOf: endingOf }
  }

  /** In both languages: nobody knows who will open it. */
  #readme(): string {
    const { newsroom, person } = this.#desk
    const facts = { newsroom: newsroom.name, name: person.name, at: new Date(this.#job.at).toISOString() }
    const said = (['zh', 'en'] as const).map((locale) => translator(locale)('archive.readme', facts))
    return `${said.join('\n\n----\n\n')}\n`
  }

  #untitled(): string {
    return translator(chooseLocale([this.#desk.newsroom.language]))('archive.untitled')
  }
}
