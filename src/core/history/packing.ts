import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** Of JSON, verified when it is unpacked. */
export interface Packed {
  body: Uint8Array
  /** SHA-256 of the JSON, lower-case hex. */
  hash: string
  /** Characters of the JSON. */
  length: number
}

/** Where brotli still costs milliseconds for the longest article: see ADR 0013 for figures. */
const quality = 4

export function pack(value: unknown): Packed {
  const text = JSON.stringify(value)
  const body = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  return { body, hash: hashOf(text), length: text.length }
}

/** Null for what is not what was packed. */
export function unpack({ body, hash }: Pick<Packed, 'body' | 'hash'>): unknown {
  try {
    const text = brotliDecompressSync(body).toString()
    return hashOf(text) === hash ? JSON.parse(text) : null
  } catch {
    return null
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
