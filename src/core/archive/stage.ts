import { statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { ArchiveContents, ArchiveProgress, ImportOutcome } from '#shared/contract/archives.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import type { Database } from '../db/database.ts'
import { makeFolder } from '../db/durable.ts'
import { diskError } from '../db/errors.ts'
import { openDatabase, openSnapshot } from '../db/open.ts'
import { MediaFiles } from '../media/files.ts'
import { Vault } from '../media/vault.ts'
import { meAt } from '../settings/desk.ts'
import type { OpenedArchive } from './contents.ts'
import { openArchive } from './contents.ts'
import { decide } from './decide.ts'
import { manifestEntry, noCounts } from './format.ts'
import { stageArticle } from './stageArticle.ts'
import { removeStaging, stagedLibrary, stagedPicture, stagingFolder } from './staging.ts'
import { invalid } from './zipReader.ts'

export interface StageJob {
  dataDir: string
  /** The archive, by its whole path. */
  file: string
}

/**
 * Reads all of an archive, checks it, and lays it ready beside the library; answers what is in it, and what of it this
 * library has. Whatever is wrong leaves nothing behind. Runs in a thread of its own.
 */
export async function stageArchive(job: StageJob, tell: (progress: ArchiveProgress) => void): Promise<ArchiveContents> {
  const { dataDir, file } = job
  removeStaging(dataDir)
  const archive = await openArchive(file)
  try {
    makeFolder(stagingFolder(dataDir))
    refuseWithoutSpace(archive.total, stagingFolder(dataDir))
    const outcomes = await stageTexts(dataDir, archive, tell)
    await stagePictures(dataDir, archive, tell)
    return describe(dataDir, file, archive, outcomes)
  } catch (error) {
    removeStaging(dataDir)
    throw diskError(error, dataDir)
  } finally {
    archive.close()
  }
}

/** Before the disk is full: by then nobody could type any more. A tenth is left for them. */
function refuseWithoutSpace(bytes: number, folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (bytes > free * 0.9) throw new GalleyError('disk_full', { needed: bytes, free })
}

async function stageTexts(
  dataDir: string,
  archive: OpenedArchive,
  tell: (progress: ArchiveProgress) => void,
): Promise<ArchiveContents['outcomes']> {
  const staged = openDatabase(stagedLibrary(dataDir), silentLogger)
  try {
    // It is made anew after a crash, so nothing has to wait for the disk.
    staged.pragma('synchronous = OFF')
    const counts = { ...noCounts, pictures: archive.of('picture').length }
    for (const [done, articleId] of archive.articles.entries()) {
      tell({ phase: 'texts', done, total: archive.articles.length })
      await stageArticle(staged, archive, articleId, counts)
    }
    for (const is of ['readme', 'contents', 'text'] as const) await readThrough(archive, is)
    if (JSON.stringify(counts) !== JSON.stringify(archive.manifest.counts)) {
      throw invalid('miscounted', { entry: manifestEntry })
    }
    return compare(dataDir, staged, archive)
  } finally {
    staged.close()
  }
}

/** Words for people are not taken in; a damaged one shows that the file is. */
async function readThrough(archive: OpenedArchive, is: 'readme' | 'contents' | 'text'): Promise<void> {
  for (const entry of archive.of(is)) for await (const _piece of archive.read(entry));
}

function compare(dataDir: string, staged: Database, archive: OpenedArchive): ArchiveContents['outcomes'] {
  const library = openSnapshot(join(dataDir, 'library.db'), silentLogger)
  try {
    const me = meAt(library)
    const outcomes = noOutcomes()
    for (const articleId of archive.articles) outcomes[decide(library, staged, me, articleId).outcome] += 1
    return outcomes
  } finally {
    library.close()
  }
}

export const noOutcomes = (): Record<ImportOutcome, number> => ({
  new: 0,
  same: 0,
  twice: 0,
  read: 0,
  copied: 0,
  nothing: 0,
})

/** Pictures that are here already are read and not written. */
async function stagePictures(
  dataDir: string,
  archive: OpenedArchive,
  tell: (progress: ArchiveProgress) => void,
): Promise<void> {
  const vault = new Vault(new MediaFiles(dataDir))
  const pictures = archive.of('picture')
  const total = pictures.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const entry of pictures) {
    tell({ phase: 'pictures', done, total })
    done += entry.bytes
    if (entry.kind.is !== 'picture') continue
    const { media } = entry.kind
    if (await isHere(vault, media)) for await (const _piece of archive.read(entry));
    else await writeSynced(stagedPicture(dataDir, media), archive.read(entry))
  }
}

/** What the disk cannot read is staged as if it were not here. */
const isHere = (vault: Vault, media: MediaHash): Promise<boolean> =>
  vault.find(media).then(
    (path) => path !== null,
    (error: unknown) => {
      if (isGalleyError(error, 'media_unreadable')) return false
      throw error
    },
  )

async function writeSynced(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  makeFolder(dirname(file))
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(pieces)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function describe(
  dataDir: string,
  file: string,
  { manifest }: OpenedArchive,
  outcomes: ArchiveContents['outcomes'],
): ArchiveContents {
  const { madeAt, madeBy, newsroom, counts } = manifest
  const library = openSnapshot(join(dataDir, 'library.db'), silentLogger)
  try {
    const foreign = madeBy.id !== meAt(library)
    return { file, madeAt, madeBy: { name: madeBy.name, account: madeBy.account }, newsroom, foreign, counts, outcomes }
  } finally {
    library.close()
  }
}
