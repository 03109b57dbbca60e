import type { PictureFacts } from '../contract.ts'

/** Where a picture's own structure ends, in bytes; the length of the file when it does not say. Never throws. */
export function endOfPicture(bytes: Buffer, mimeType: PictureFacts['mimeType']): number {
  const end = ends[mimeType](bytes)
  return end === null ? bytes.length : Math.min(end, bytes.length)
}

const ends: Record<PictureFacts['mimeType'], (bytes: Buffer) => number | null> = {
  'image/jpeg': endOfJpeg,
  'image/png': endOfPng,
  'image/gif': endOfGif,
  'image/webp': (bytes) => (bytes.length < 12 ? null : bytes.readUInt32LE(4) + 8),
}

/** Segments up to the pixels, then marker by marker: inside of pixels, 0xFF is followed by 0 or a restart marker. */
function endOfJpeg(bytes: Buffer): number | null {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      const next = bytes.indexOf(0xff, at)
      if (next < 0) return null
      at = next
      continue
    }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return at + 2
    const stands = marker === 0 || marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    if (stands) at += marker === 0xff ? 1 : 2
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2 || null
}

function endOfPng(bytes: Buffer): number | null {
  let at = 8
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return next
    at = next
  }
  return null
}

const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))

function endOfGif(bytes: Buffer): number | null {
  let at = 13 + colours(bytes[10] ?? 0)
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === 0x3b) return at + 1
    if (kind === 0x21) at += 2
    else if (kind === 0x2c) at += 11 + colours(bytes[at + 9] ?? 0)
    else return null
    at = endOfSubBlocks(bytes, at)
  }
  return null
}

/** Lengths and bytes, to a length of nothing. */
function endOfSubBlocks(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) break
  }
  return at
}
