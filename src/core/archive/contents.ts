import type { z } from 'zod'

import { GalleyError } from '#shared/rpc/errors.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { EntryName } from './format.ts'
import { archiveVersion, checksumsEntry, Manifest, ManifestHead, manifestEntry } from './format.ts'
import { parseBounded } from './json.ts'
import type { ArchiveEntry, OpenedZip } from './zipReader.ts'
import { invalid, openZip, textOf, verified } from './zipReader.ts'

/** An archive whose directory and checksums agree; the bytes of its entries are checked as they are read. */
export interface OpenedArchive {
  readonly manifest: Manifest
  readonly articles: readonly ArticleId[]
  /** Those of a kind, in the order of the file. */
  of(is: EntryName['is']): ArchiveEntry[]
  /** Throws `archive_invalid` for an entry that is not there. */
  entry(name: string): ArchiveEntry
  read(entry: ArchiveEntry): AsyncGenerator<Uint8Array>
  /** Bytes of everything once it is unpacked. */
  readonly total: number
  close(): void
}

/** Throws `archive_invalid`, `archive_newer` or `file_unusable`. */
export async function openArchive(file: string): Promise<OpenedArchive> {
  const zip = await openZip(file)
  try {
    const manifest = await readManifest(zip)
    const sums = await readChecksums(zip, manifest)
    const all = [...zip.entries.values()]
    return {
      manifest,
      articles: all.flatMap(({ kind }) => (kind.is === 'article' ? [kind.articleId] : [])),
      of: (is) => all.filter(({ kind }) => kind.is === is),
      entry: (name) => entryOf(zip, name),
      read: (entry) => verified(zip, entry, sums.get(entry.name) ?? ''),
      total: zip.total,
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readManifest(zip: OpenedZip): Promise<Manifest> {
  const value = parseBounded(await textOf(zip.read(entryOf(zip, manifestEntry))), manifestEntry)
  const { version } = readAs(ManifestHead, value, manifestEntry)
  if (version > archiveVersion) throw new GalleyError('archive_newer', { found: version, known: archiveVersion })
  return readAs(Manifest, value, manifestEntry)
}

const line = /^([0-9a-f]{64}) {2}(.+)$/

/** Every entry but the two that lead to the others has its line, and every line its entry. */
async function readChecksums(zip: OpenedZip, { checksums }: Manifest): Promise<Map<string, string>> {
  const text = await textOf(verified(zip, entryOf(zip, checksumsEntry), checksums))
  const sums = new Map<string, string>()
  for (const row of text.split('\n')) {
    if (row === '') continue
    const [, sum = '', name = ''] = line.exec(row) ?? []
    if (sum === '') throw invalid('malformed', { entry: checksumsEntry, path: row.slice(0, 20) })
    sums.set(name, sum)
    const { kind } = entryOf(zip, name)
    // A picture is named after its bytes: two names for one thing have to agree.
    if (kind.is === 'picture' && kind.media !== sum) throw invalid('wrongHash', { entry: name })
  }
  for (const { name, kind } of zip.entries.values()) {
    if (kind.is !== 'manifest' && kind.is !== 'checksums' && !sums.has(name))
      throw invalid('foreignEntry', { entry: name })
  }
  return sums
}

function entryOf(zip: OpenedZip, name: string): ArchiveEntry {
  const entry = zip.entries.get(name)
  if (entry === undefined) throw invalid(name === manifestEntry ? 'broken' : 'missing', { entry: name })
  return entry
}

/** JSON of an entry in the shape that it has to have. Throws `archive_invalid`. */
export function readAs<S extends z.ZodType>(schema: S, value: unknown, entry: string): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalid('malformed', { entry, path: result.error.issues[0]?.path.join('.') ?? '' }, result.error)
}
