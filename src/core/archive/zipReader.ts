import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'

import { stat } from 'node:fs/promises'

import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import { codeOf } from '../db/code.ts'
import type { EntryName } from './format.ts'
import { readEntryName } from './format.ts'
import { maxBytes, maxEntries, maxTotal } from './limits.ts'

export interface ArchiveEntry {
  readonly name: string
  readonly kind: EntryName
  /** Bytes once it is unpacked; reading ends with an error where that is a lie. */
  readonly bytes: number
  readonly zip: Entry
}

/** A ZIP of which every entry has a name that an archive has, and a size that one may have. */
export interface OpenedZip {
  readonly entries: ReadonlyMap<string, ArchiveEntry>
  /** Bytes of all entries once they are unpacked. */
  readonly total: number
  read(entry: ArchiveEntry): AsyncIterable<Uint8Array>
  close(): void
}

export const invalid = (reason: string, details: Record<string, unknown> = {}, cause?: unknown): GalleyError =>
  new GalleyError('archive_invalid', { reason: `archive.${reason}`, ...details }, { cause })

/** Throws `archive_invalid` before anything is unpacked, or `file_unusable`. */
export async function openZip(file: string): Promise<OpenedZip> {
  const fileBytes = await sizeOf(file)
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch((error: unknown) => {
    throw meaning(error)
  })
  try {
    if (zip.entryCount > maxEntries) throw invalid('tooMany')
    const entries = await readDirectory(zip)
    const total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    if (total > maxTotal(fileBytes)) throw invalid('bomb')
    return { entries, total, read: (entry) => read(zip, entry), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw meaning(error)
  }
}

async function sizeOf(file: string): Promise<number> {
  const facts = await stat(file).catch((error: unknown) => {
    throw new GalleyError('file_unusable', { reason: codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable', file })
  })
  if (!facts.isFile()) throw new GalleyError('file_unusable', { reason: 'missing', file })
  return facts.size
}

async function readDirectory(zip: ZipFile): Promise<Map<string, ArchiveEntry>> {
  const entries = new Map<string, ArchiveEntry>()
  for await (const entry of zip.eachEntry()) {
    const checked = checkEntry(entry)
    if (entries.has(checked.name)) throw invalid('twice', { entry: checked.name })
    entries.set(checked.name, checked)
  }
  return entries
}

const fileType = 0o170000
const symbolicLink = 0o120000

function checkEntry(entry: Entry): ArchiveEntry {
  const { fileName: name, uncompressedSize: bytes } = entry
  const kind = readEntryName(name)
  if (kind === null) throw invalid('foreignEntry', { entry: name.slice(0, 100) })
  if (entry.isEncrypted()) throw invalid('encrypted', { entry: name })
  if (((entry.externalFileAttributes >>> 16) & fileType) === symbolicLink) throw invalid('link', { entry: name })
  if (bytes > maxBytes[kind.is]) throw invalid('tooLarge', { entry: name })
  return { name, kind, bytes, zip: entry }
}

async function* read(zip: ZipFile, { zip: entry }: ArchiveEntry): AsyncGenerator<Uint8Array> {
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) yield piece as Uint8Array
  } catch (error) {
    throw meaning(error)
  }
}

/** The bytes of an entry, which are not to be believed before the last of them: a wrong hash is an error at the end. */
export async function* verified(zip: OpenedZip, entry: ArchiveEntry, sum: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of zip.read(entry)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sum) throw invalid('wrongHash', { entry: entry.name })
}

export async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

/** A file that cannot be read is another thing than one that says something wrong. */
function meaning(error: unknown): unknown {
  if (isGalleyError(error)) return error
  if (error instanceof Error && 'syscall' in error) {
    return new GalleyError('file_unusable', { reason: 'unreadable', system: codeOf(error) }, { cause: error })
  }
  if (error instanceof Error) return invalid('broken', { detail: error.message }, error)
  return error
}
