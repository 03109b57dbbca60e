import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Random } from '../kit/random.ts'
import type { Entry } from './diskLog.ts'
import { readDiskLog } from './diskLog.ts'
import { SimulatedFile } from './simulatedFile.ts'

type Names = Map<string, SimulatedFile | 'folder'>
interface Naming {
  /** The folder that holds the name, and has to be synced to keep it. */
  folder: string
  apply: (names: Names) => void
}

/**
 * The disk under one folder as strictly as POSIX lets it be: bytes are there once their file was synced, and a name once
 * its folder was. It follows the log of a process until that died, and then says what is left.
 */
export class SimulatedDisk {
  readonly #root: string
  /** As the process saw it. */
  #names: Names
  #synced: Names
  #since: Naming[] = []
  #open = new Map<bigint, SimulatedFile>()

  /** Everything that lies in `root` now is on the disk. */
  constructor(root: string) {
    this.#root = root
    this.#names = new Map()
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name)
      if (!isShared(path)) this.#names.set(path, statSync(path).isDirectory() ? 'folder' : fileAt(path))
    }
    this.#synced = new Map(this.#names)
  }

  /** `random` decides what a failed sync left. */
  follow(log: Buffer, random: Random): void {
    for (const entry of readDiskLog(log)) this.#follow(entry, random)
  }

  /** Cuts the power, and makes the folder what is left. With `random`, any part of what was not synced is there as well. */
  cutPower(random: Random | null): void {
    const names = new Map(this.#synced)
    // A journalling file system keeps the order of names.
    const kept = random === null ? 0 : random(this.#since.length + 1)
    for (const naming of this.#since.slice(0, kept)) naming.apply(names)
    const left = [...names]
      .filter(([path]) => this.#isReachable(names, path))
      .map(([path, what]) => [path, what === 'folder' ? what : what.afterPowerLoss(random)] as const)
    rmSync(this.#root, { recursive: true, force: true })
    mkdirSync(this.#root)
    for (const [path, what] of left.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (what === 'folder') mkdirSync(path)
      else writeFileSync(path, what, { mode: 0o600 })
    }
  }

  #follow(entry: Entry, random: Random): void {
    switch (entry.kind) {
      case 'opened':
        this.#opened(entry.path, entry.inode, entry.created)
        break
      case 'wrote':
        this.#open.get(entry.inode)?.write(entry.offset, entry.bytes)
        break
      case 'truncated':
        this.#open.get(entry.inode)?.truncate(entry.length)
        break
      case 'synced':
        this.#open.get(entry.inode)?.sync()
        break
      case 'syncFailed':
        this.#open.get(entry.inode)?.failSync(random)
        break
      case 'syncedFolder':
        this.#syncFolder(entry.path)
        break
      case 'madeFolder':
        this.#name(entry.path, (names) => names.set(entry.path, 'folder'))
        break
      case 'unlinked':
      case 'removedFolder':
        this.#name(entry.path, (names) => names.delete(entry.path))
        break
      case 'renamed':
        this.#name(entry.to, (names) => move(names, entry.path, entry.to))
        break
      case 'notModelled':
        throw new Error(`the simulated disk does not model ${entry.what}`)
    }
  }

  #opened(path: string, inode: bigint, created: boolean): void {
    const known = this.#names.get(path)
    if (created || known === undefined || known === 'folder') {
      const file = new SimulatedFile()
      this.#open.set(inode, file)
      this.#name(path, (names) => names.set(path, file))
    } else this.#open.set(inode, known)
  }

  #name(path: string, apply: (names: Names) => void): void {
    if (isShared(path)) return
    apply(this.#names)
    this.#since.push({ folder: dirname(path), apply })
  }

  #syncFolder(folder: string): void {
    for (const naming of this.#since) if (naming.folder === folder) naming.apply(this.#synced)
    this.#since = this.#since.filter((naming) => naming.folder !== folder)
  }

  #isReachable(names: Names, path: string): boolean {
    const folder = dirname(path)
    return folder === this.#root || (names.get(folder) === 'folder' && this.#isReachable(names, folder))
  }
}

/** SQLite's shared memory: it is made anew from the -wal by whoever opens the library first. */
const isShared = (path: string): boolean => path.endsWith('-shm')

const fileAt = (path: string): SimulatedFile => new SimulatedFile(readFileSync(path))

/** A folder takes what is in it along. */
function move(names: Names, from: string, to: string): void {
  for (const [path, what] of Array.from(names)) {
    if (path !== from && !path.startsWith(`${from}/`)) continue
    names.delete(path)
    names.set(to + path.slice(from.length), what)
  }
}
