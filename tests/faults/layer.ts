import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('disk/', import.meta.url))

/** The compiled layer of tests/faults/disk, or why there is none here. */
export type Layer = { readonly library: string } | { readonly missing: string }

let found: Layer | undefined

/** Compiles the layer with the system's compiler, once for each state of its source. */
export function diskLayer(): Layer {
  found ??= build()
  return found
}

function build(): Layer {
  if (process.platform !== 'linux') return { missing: 'the layer under the files needs LD_PRELOAD, which Linux has' }
  const names = readdirSync(sources).toSorted()
  const hash = createHash('sha256')
  for (const name of names) hash.update(readFileSync(join(sources, name)))
  const library = join(tmpdir(), `galley-disk-${hash.digest('hex').slice(0, 16)}.so`)
  if (existsSync(library)) return { library }
  const fresh = `${library}.${randomUUID()}`
  try {
    const flags = ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror']
    execFileSync('cc', [...flags, '-o', fresh, join(sources, 'disk.c'), '-ldl', '-lpthread'], { stdio: 'pipe' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { missing: 'there is no C compiler' }
    throw error
  }
  renameSync(fresh, library)
  return { library }
}

export interface DiskOptions {
  /** What lies below this folder is on the disk that fails. */
  root: string
  /** See `writeRules`. */
  rules?: string
  /** Where to write down what was done; see simulatedDisk.ts. Syncing then costs nothing. */
  log?: string
  /** Syncing answers that it is done and does nothing. */
  lies?: boolean
}

/** The environment of a process that works on such a disk. Throws where there is no layer. */
export function onDisk({ root, rules, log, lies = false }: DiskOptions): Record<string, string> {
  const layer = diskLayer()
  if ('missing' in layer) throw new Error(layer.missing)
  return {
    LD_PRELOAD: layer.library,
    GALLEY_DISK_ROOT: root,
    ...(rules === undefined ? {} : { GALLEY_DISK_RULES: rules }),
    ...(log === undefined ? {} : { GALLEY_DISK_LOG: log }),
    ...(lies ? { GALLEY_DISK_LIES: '1' } : {}),
  }
}

type Call = 'any' | 'create' | 'open' | 'look' | 'write' | 'truncate' | 'sync' | 'mkdir' | 'rmdir' | 'unlink' | 'rename'
type Failure = 'ENOSPC' | 'EDQUOT' | 'EIO' | 'EROFS' | 'EACCES' | 'SHORT' | 'TORN' | 'KILL'

export interface Rule {
  call: Call
  /** SHORT: half of a write is taken. TORN: half is taken, and the process dies. KILL: it dies before the call. */
  failure: Failure
  /** The first such call that fails, from 1. */
  first?: number
  /** How many fail from there on; 0 for all. */
  times?: number
  /** Only where the path contains this. */
  part?: string
}

/** In force from the next call of the process on; calls are counted anew. No rules: a disk in good order. */
export function writeRules(file: string, rules: readonly Rule[] = []): void {
  const lines = rules.map(({ call, failure, first = 1, times = 0, part = '*' }) =>
    [call, failure, first, times, part].join(' '),
  )
  // Whole at once: the process may be reading it at this moment.
  writeFileSync(`${file}.new`, lines.join('\n'))
  renameSync(`${file}.new`, file)
}

/** Nothing more fits. Space that a file has already is overwritten all the same by some file systems, but not by all. */
export const fullDisk: readonly Rule[] = (['write', 'create', 'mkdir'] as const).map((call) => ({
  call,
  failure: 'ENOSPC',
}))

/** As the kernel answers after it has remounted a broken file system, or on a write-protected stick. */
export const readOnlyDisk: readonly Rule[] = (
  ['write', 'create', 'open', 'truncate', 'mkdir', 'rmdir', 'unlink', 'rename'] as const
).map((call) => ({ call, failure: 'EROFS' }))
