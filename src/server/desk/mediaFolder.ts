import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Pictures } from '#pictures/contract.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { maxMediaBytes } from '#shared/protocol/media.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** Files named by the SHA-256 of their bytes. One that is there is whole: it was named only after it reached the disk. */
export interface MediaFolder {
  pathOf(hash: MediaHash): string
  /** Throws `too_large`, `media_unsupported`, `decoder_unavailable`, and `invalid_input` when the bytes are not those that `hash` names. */
  store(hash: MediaHash, bytes: Readable): Promise<{ mimeType: string; bytes: number }>
  /** Keeps what `make` writes to the path that it is given, under the hash of its bytes. */
  derive<T>(make: (to: string) => Promise<T>): Promise<T & { hash: MediaHash }>
  /** Hashes of the files that were last written before `time`, folder by folder. In milliseconds since 1970. */
  filesBefore(time: number): AsyncIterable<MediaHash[]>
  /** Removes a file that nothing names, unless this server has put it there. Answers whether it did. */
  removeUnused(hash: MediaHash): boolean
  /** Removes what was left of uploads that were broken off before `time`. Answers how many. */
  clearIncoming(time: number): Promise<number>
}

export function openMediaFolder(folder: string, pictures: Pictures): MediaFolder {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  const pathOf = (hash: MediaHash): string => join(folder, hash.slice(0, 2), hash)
  // What is put into place while a file is looked at stays: the note of it is made before it is there.
  const placed = new Set<MediaHash>()
  const place = async (temporary: string, hash: MediaHash): Promise<void> => {
    placed.add(hash)
    await moveIntoPlace(temporary, pathOf(hash))
  }
  return {
    pathOf,
    async store(hash, bytes) {
      const temporary = join(incoming, randomUUID())
      try {
        const received = await receive(bytes, temporary)
        if (received.hash !== hash) throw new GalleyError('invalid_input', { reason: 'hash', received: received.hash })
        // No desktop is believed: it is decoded here, to its end.
        const { mimeType } = await pictures.inspect({ path: temporary })
        await place(temporary, hash)
        return { mimeType, bytes: received.bytes }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async derive(make) {
      const temporary = join(incoming, randomUUID())
      try {
        const made = await make(temporary)
        const hash = await hashFile(temporary)
        await place(temporary, hash)
        return { ...made, hash }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async *filesBefore(time) {
      for (const name of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(name)) continue
        const old = await namesBefore(join(folder, name), time)
        const hashes = old.flatMap((file) => MediaHash.safeParse(file).data ?? [])
        if (hashes.length > 0) yield hashes
      }
    },
    removeUnused(hash) {
      if (placed.has(hash)) return false
      rmSync(pathOf(hash), { force: true })
      return true
    },
    async clearIncoming(time) {
      const names = await namesBefore(incoming, time)
      for (const name of names) await rm(join(incoming, name), { force: true })
      return names.length
    },
  }
}

async function namesBefore(folder: string, time: number): Promise<string[]> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    // One that is being moved into place, or was removed, is not old.
    const found = await stat(join(folder, name)).catch(() => null)
    if (found?.isFile() === true && found.mtimeMs < time) old.push(name)
  }
  return old
}

/** Of a file, in pieces. */
export async function hashFile(path: string): Promise<MediaHash> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return MediaHash.parse(hash.digest('hex'))
}

async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  const file = await open(temporary, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await mkdir(dirname(path), { recursive: true })
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Writes the stream to a file that is on the disk when this resolves, and never reads more than may be kept. */
async function receive(input: Readable, path: string): Promise<{ hash: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > maxMediaBytes) return done(new GalleyError('too_large', { limit: maxMediaBytes }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(input, measure, createWriteStream(path, { flush: true, flags: 'wx', mode: 0o640 }))
  return { hash: hash.digest('hex'), bytes }
}

/** A rename is in its folder, and a folder reaches the disk only when told. Windows neither allows nor needs it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
