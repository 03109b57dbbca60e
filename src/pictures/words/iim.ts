import type { Decoded } from './charset.ts'
import { decodeUnstated } from './charset.ts'

/** IPTC IIM 4.2, record 2: the numbers of the datasets that are read. */
export const dataset = { byline: 80, credit: 110, source: 115, copyright: 116, caption: 120 } as const

/** Most datasets that are looked at: a caption comes long before. */
const most = 1000

/**
 * The datasets of record 2 by number, the first of each. Either plain datasets or the resources of a Photoshop block
 * (`8BIM`), in which JPEG files keep them. Whatever does not fit ends the reading; what was read until then counts.
 */
export function readIim(segment: Uint8Array): Map<number, Decoded> {
  const bytes = Buffer.from(segment.buffer, segment.byteOffset, segment.byteLength)
  const found = new Map<number, Decoded>()
  let at = startOf(bytes)
  for (let count = 0; count < most && at >= 0 && at + 5 <= bytes.length && bytes[at] === 0x1c; count += 1) {
    const record = bytes[at + 1]
    const number = bytes[at + 2] ?? 0
    const length = bytes.readUInt16BE(at + 3)
    // An extended dataset: longer than any word that is read here.
    if (length >= 0x8000 || at + 5 + length > bytes.length) break
    if (record === 2 && !found.has(number)) found.set(number, decodeUnstated(bytes.subarray(at + 5, at + 5 + length)))
    at += 5 + length
  }
  return found
}

const signature = Buffer.from('8BIM', 'latin1')
/** The image resource that holds IIM. */
const iimResource = 0x0404

function startOf(bytes: Buffer): number {
  if (bytes[0] === 0x1c) return 0
  let at = bytes.indexOf(signature)
  while (at >= 0 && at + 12 <= bytes.length) {
    const id = bytes.readUInt16BE(at + 4)
    // A Pascal string and its length, padded to an even number of bytes.
    const name = 1 + (bytes[at + 6] ?? 0)
    const sizeAt = at + 6 + name + (name % 2)
    if (sizeAt + 4 > bytes.length) return -1
    if (id === iimResource) return sizeAt + 4
    at = bytes.indexOf(signature, sizeAt + 4 + bytes.readUInt32BE(sizeAt))
  }
  return -1
}
