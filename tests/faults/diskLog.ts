/** What the layer writes down (disk/log.h), in the order in which it happened. */
export type Entry =
  | { kind: 'opened'; path: string; inode: bigint; created: boolean }
  | { kind: 'madeFolder' | 'syncedFolder' | 'unlinked' | 'removedFolder'; path: string }
  | { kind: 'wrote'; inode: bigint; offset: number; bytes: Buffer }
  | { kind: 'truncated'; inode: bigint; length: number }
  | { kind: 'synced' | 'syncFailed'; inode: bigint }
  | { kind: 'renamed'; path: string; to: string }
  | { kind: 'notModelled'; what: string }

const head = 40

/** Entries of a log; the last one may be torn, because the process died while it was written. */
export function* readDiskLog(log: Buffer): Generator<Entry> {
  let at = 0
  while (at + head <= log.length) {
    const number = (place: number) => log.readUInt32LE(at + place)
    const long = (place: number) => Number(log.readBigUInt64LE(at + place))
    const kind = number(0)
    const names = at + head
    const others = names + number(4)
    const data = others + number(8)
    const next = data + (kind === 3 ? long(32) : 0)
    if (next > log.length) return
    const path = log.toString('utf8', names, others)
    const to = log.toString('utf8', others, data)
    const inode = log.readBigUInt64LE(at + 16)
    yield entry(kind, { path, to, inode, created: number(12) === 1, offset: long(24), length: long(32) }, () =>
      log.subarray(data, next),
    )
    at = next
  }
}

interface Fields {
  path: string
  to: string
  inode: bigint
  created: boolean
  offset: number
  length: number
}

function entry(kind: number, { path, to, inode, created, offset, length }: Fields, bytes: () => Buffer): Entry {
  switch (kind) {
    case 1:
      return { kind: 'opened', path, inode, created }
    case 2:
      return { kind: 'madeFolder', path }
    case 3:
      return { kind: 'wrote', inode, offset, bytes: bytes() }
    case 4:
      return { kind: 'truncated', inode, length }
    case 5:
      return { kind: 'synced', inode }
    case 6:
      return { kind: 'syncedFolder', path }
    case 7:
      return { kind: 'renamed', path, to }
    case 8:
      return { kind: 'unlinked', path }
    case 9:
      return { kind: 'removedFolder', path }
    case 10:
      return { kind: 'syncFailed', inode }
    case 11:
      return { kind: 'notModelled', what: path }
    default:
      throw new RangeError(`an entry of kind ${kind} in the log of the disk`)
  }
}
