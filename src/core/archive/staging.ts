import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { MediaHash } from '#shared/domain/ids.ts'

/**
 * Where an archive is made a library of its own before anything of it is taken in: so it is read through once, by the
 * same rules as the library itself, and what a person agrees to is what was looked at. Nothing here outlives the program.
 */
export const stagingFolder = (dataDir: string): string => join(dataDir, 'importing')

export const stagedLibrary = (dataDir: string): string => join(stagingFolder(dataDir), 'library.db')

export const stagedPicture = (dataDir: string, media: MediaHash): string => join(stagingFolder(dataDir), 'media', media)

export const removeStaging = (dataDir: string): void =>
  rmSync(stagingFolder(dataDir), { recursive: true, force: true, maxRetries: 3 })
