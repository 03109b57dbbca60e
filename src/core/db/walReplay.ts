/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const headerSize = 32
const frameHeaderSize = 24
const littleEndian = 0x377f0682
const bigEndian = 0x377f0683

/**
 * A database file with everything in it that its write-ahead log says was committed, as SQLite would read the two. For
 * disks on which SQLite cannot put the shared memory that it wants beside them. A frame that is torn or left over from
 * an earlier round of the log ends it, as it does for SQLite.
 */
export function replayWal(file: Buffer, wal: Buffer): Buffer {
  const magic = wal.length < headerSize ? 0 : wal.readUInt32BE(0)
  if (magic !== littleEndian && magic !== bigEndian) return file
  const pageSize = wal.readUInt32BE(8)
  const read = magic === littleEndian ? wal.readUInt32LE.bind(wal) : wal.readUInt32BE.bind(wal)
  const add = ([a, b]: Sum, from: number, to: number): Sum => {
    for (let at = from; at < to; at += 8) {
      a = (a + read(at) + b) >>> 0
      b = (b + read(at + 4) + a) >>> 0
    }
    return [a, b]
  }
  const says = (at: number, [a, b]: Sum) => wal.readUInt32BE(at) === a && wal.readUInt32BE(at + 4) === b

  let sum = add([0, 0], 0, 24)
  if (!says(24, sum)) return file
  const committed = new Map<number, Buffer>()
  const waiting = new Map<number, Buffer>()
  let pages = Math.floor(file.length / pageSize)
  const frameSize = frameHeaderSize + pageSize
  for (let at = headerSize; at + frameSize <= wal.length; at += frameSize) {
    const page = wal.subarray(at + frameHeaderSize, at + frameSize)
    sum = add(add(sum, at, at + 8), at + frameHeaderSize, at + frameSize)
    const ofThisRound = wal.compare(wal, 16, 24, at + 8, at + 16) === 0
    if (!ofThisRound || !says(at + 16, sum)) break
    waiting.set(wal.readUInt32BE(at), page)
    const pagesAfterCommit = wal.readUInt32BE(at + 4)
    if (pagesAfterCommit === 0) continue
    for (const [number, content] of waiting) committed.set(number, content)
    waiting.clear()
    pages = pagesAfterCommit
  }
  const whole = Buffer.alloc(pages * pageSize)
  file.copy(whole)
  for (const [number, page] of committed) if (number <= pages) page.copy(whole, (number - 1) * pageSize)
  return whole
}

type Sum = readonly [number, number]
