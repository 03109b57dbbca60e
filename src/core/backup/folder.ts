import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { MediaHash } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { makeFolder, moveIntoPlace } from '../db/durable.ts'
import type { Backup } from './names.ts'
import { backupName, listBackups } from './names.ts'
import { superfluous } from './retention.ts'

export interface SecondPlace {
  folder: string
  profile: string
}

/**
 * Copies a backup and the pictures that are not there yet to the person's own folder: a stick, or a disk of the network.
 * Both are read back and compared, because such disks lie. Pictures are copies and no links: a link would be damaged
 * together with what it stands for. Answers `absent` when the folder is not there now.
 */
export function copyToFolder({ folder, profile }: SecondPlace, dataDir: string, backup: Backup): 'done' | 'absent' {
  // Never made here: an empty mount point would be filled up in the place of the disk.
  if (!existsSync(folder)) return 'absent'
  const own = ownFolder({ folder, profile })
  makeFolder(own)
  copyVerified(join(dataDir, 'backups', backup.name), join(own, nameThere(own, backup)))
  const media = copyMedia(join(dataDir, 'media'), join(own, 'media'))
  for (const { name } of superfluous(listBackups(own))) rmSync(join(own, name), { force: true })
  writeManifest(own, media)
  return 'done'
}

/** Numbers go up there too, also when the folder beside the library was lost and began anew. */
function nameThere(own: string, { name, sequence, at, format }: Backup): string {
  const last = listBackups(own).find((there) => there.name !== name)?.sequence ?? 0
  return last < sequence ? name : backupName(last + 1, new Date(at), format)
}

/** Several profiles may share a disk. */
const ownFolder = ({ folder, profile }: SecondPlace): string => join(folder, `Galley ${profile}`)

/** Files by their hash, `ab/abcdef…`: what is there under its name is there for good. */
function copyMedia(from: string, to: string): Set<string> {
  const there = new Set(listMedia(to))
  for (const hash of listMedia(from)) {
    if (there.has(hash)) continue
    const source = mediaPath(from, hash)
    // One that is damaged here must not take the name of the good one there.
    if (hashOf(source) !== hash) continue
    makeFolder(join(to, hash.slice(0, 2)))
    copyVerified(source, mediaPath(to, hash))
    there.add(hash)
  }
  return there
}

const mediaPath = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash)

/** Every picture under `folder`; nothing else that may lie there. */
function listMedia(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(join(folder, name)))
    .filter((name) => MediaHash.safeParse(name).success)
}

function copyVerified(from: string, to: string): void {
  if (existsSync(to)) return
  const part = `${to}.part`
  rmSync(part, { force: true })
  // Where the file system can, a copy that takes no space until one of the two changes.
  copyFileSync(from, part, constants.COPYFILE_FICLONE)
  if (hashOf(part) !== hashOf(from)) {
    rmSync(part, { force: true })
    throw new GalleyError('disk_read_only', { reason: 'what was written is not what was read back', file: to })
  }
  moveIntoPlace(part, to)
}

const Manifest = z.object({ backups: z.array(z.object({ name: z.string(), sha256: z.string() })) })

/** What lies in the folder and how to tell that it is whole, for whoever rescues it without Galley. */
function writeManifest(own: string, media: ReadonlySet<string>): void {
  const file = join(own, 'manifest.json')
  const known = knownHashes(file)
  const backups = listBackups(own).map((backup) => ({
    ...backup,
    sha256: known.get(backup.name) ?? hashOf(join(own, backup.name)),
  }))
  const manifest = { format: 'galley/backup-folder/1', backups, media: [...media].toSorted() }
  writeFileSync(`${file}.part`, `${JSON.stringify(manifest, null, 2)}\n`)
  moveIntoPlace(`${file}.part`, file)
}

/** From the last manifest, so that a slow disk is not read whole every half hour. */
function knownHashes(file: string): Map<string, string> {
  try {
    const { backups } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    return new Map(backups.map(({ name, sha256 }) => [name, sha256]))
  } catch {
    return new Map()
  }
}

export function hashOf(file: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer))
      hash.update(buffer.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}
