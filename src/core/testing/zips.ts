import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

import { temporaryFolder } from './folder.ts'

/** One entry of a ZIP, as somebody could write it who means no good: what it says of itself need not be so. */
export interface RawEntry {
  name: string
  bytes: Uint8Array
  compress?: boolean
  /** Bytes that it claims to have once it is unpacked. */
  claims?: number
  /** Bit 0: encrypted. */
  flags?: number
  /** What Unix calls its mode, with the type of the file. */
  mode?: number
}

/** Writes a ZIP by hand and answers its path. `entryCount` is what its end claims. */
export function zipFile(entries: readonly RawEntry[], entryCount = entries.length): string {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = recordsOf(entry, offset)
    parts.push(local)
    directory.push(central)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const file = join(temporaryFolder(), 'made-by-hand.zip')
  writeFileSync(file, Buffer.concat([...parts, central, endOf(entryCount, central.length, offset)]))
  return file
}

function recordsOf({ name, bytes, compress = false, claims, flags = 0, mode = 0o100644 }: RawEntry, offset: number) {
  const label = Buffer.from(name)
  const data = compress ? deflateRawSync(bytes) : Buffer.from(bytes)
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(flags | 0x800, 2)
  facts.writeUInt16LE(compress ? 8 : 0, 4)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(data.length, 14)
  facts.writeUInt32LE(claims ?? bytes.length, 18)
  facts.writeUInt16LE(label.length, 22)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((mode << 16) >>> 0, 6)
  rest.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, label, data]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([0x14, 0x03]), facts, rest, label]),
  }
}

/** The end in its ZIP64 form, which is the one that can count beyond 65,535. */
function endOf(entryCount: number, size: number, offset: number): Buffer {
  const large = Buffer.alloc(56)
  large.write('PK\u0006\u0006', 'latin1')
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(45, 12)
  large.writeUInt16LE(45, 14)
  large.writeBigUInt64LE(BigInt(entryCount), 24)
  large.writeBigUInt64LE(BigInt(entryCount), 32)
  large.writeBigUInt64LE(BigInt(size), 40)
  large.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\u0006\u0007', 'latin1')
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(0xffff, 8)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(0xffffffff, 12)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([large, locator, end])
}

/** Entries of an archive with the checksums that belong to them, so that only what a test changed is wrong. */
export function archiveOf(entries: readonly RawEntry[], manifest: Record<string, unknown>): RawEntry[] {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const sums = Buffer.from(entries.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(''))
  return [
    ...entries,
    { name: 'sha256.txt', bytes: sums },
    { name: 'manifest.json', bytes: Buffer.from(JSON.stringify({ ...manifest, checksums: sha256(sums) })) },
  ]
}

/** Entries of a ZIP by name, read with nothing but what the format says: https://pkware.com/appnote */
export function unzip(file: string): Map<string, Buffer> {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const entries = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
