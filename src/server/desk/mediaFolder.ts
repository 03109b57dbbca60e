import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Pictures } from '#pictures/contract.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { maxMediaBytes } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** Files named by the SHA-256 of their bytes. One that is there is whole: it was named only after it reached the disk. */
export interface MediaFolder {
  pathOf(hash: MediaHash): string
  /** Throws `too_large`, `media_unsupported`, `decoder_unavailable`, and `invalid_input` when the bytes are not those that `hash` names. */
  store(hash: MediaHash, bytes: Readable): Promise<{ mimeType: string; bytes: number }>
}

export function openMediaFolder(folder: string, pictures: Pictures): MediaFolder {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  const pathOf = (hash: MediaHash): string => join(folder, hash.slice(0, 2), hash)
  return {
    pathOf,
    async store(hash, bytes) {
      const temporary = join(incoming, randomUUID())
      try {
        const received = await receive(bytes, temporary)
        if (received.hash !== hash) throw new GalleyError('invalid_input', { reason: 'hash', received: received.hash })
        // No desktop is believed: it is decoded here, to its end.
        const { mimeType } = await pictures.inspect({ path: temporary })
        const path = pathOf(hash)
        await mkdir(dirname(path), { recursive: true })
        await rename(temporary, path)
        await syncFolder(dirname(path))
        return { mimeType, bytes: received.bytes }
      } finally {
        await rm(temporary, { force: true })
      }
    },
  }
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
