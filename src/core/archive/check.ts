import { statSync } from 'node:fs'

import type { ArchiveProgress } from '#shared/contract/archives.ts'
import { openArchive } from './contents.ts'

/** Reads an archive to its last byte and answers how long its file is. Throws what `openArchive` and reading throw. */
export async function checkArchive(file: string, tell: (progress: ArchiveProgress) => void): Promise<number> {
  const archive = await openArchive(file)
  try {
    let done = 0
    for (const is of ['readme', 'contents', 'article', 'text', 'history', 'picture'] as const) {
      for (const entry of archive.of(is)) {
        tell({ phase: 'checking', done, total: archive.total })
        for await (const piece of archive.read(entry)) done += piece.length
      }
    }
  } finally {
    archive.close()
  }
  return statSync(file).size
}
