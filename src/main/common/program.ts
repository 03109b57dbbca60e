import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/**
 * Where the program's own files lie. A checkout, the bundles in out/ and a package all have the same shape: a folder
 * with Galley's package.json, out/ and resources/. So it is found by looking upwards from this file, wherever the
 * bundler put it, and nothing depends on the working directory.
 */
export const programFolder: string = findProgramFolder(import.meta.dirname)

export const rendererFolder = join(programFolder, 'out', 'renderer')
export const preloadFile = join(programFolder, 'out', 'preload', 'index.cjs')

/** Running from sources under Node, without a build. */
const fromSource = import.meta.filename.endsWith('.ts')

/** The entry of a child process. */
export function entryFile(name: 'core' | 'server' | 'pictures'): string {
  if (!fromSource) return join(programFolder, 'out', 'main', `${name}.js`)
  return name === 'pictures'
    ? join(programFolder, 'src', 'pictures', 'process.ts')
    : join(programFolder, 'src', 'main', 'processes', `${name}Process.ts`)
}

/** The entry of a thread of a core. */
export function threadFile(name: 'archive' | 'backup' | 'search'): string {
  return fromSource
    ? join(programFolder, 'src', 'core', name, 'worker.ts')
    : join(programFolder, 'out', 'main', `${name}.js`)
}

/** A file inside the program as another program can read it: one that is not Electron sees no further than an archive. */
export function outsideArchive(file: string): string {
  return file.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`)
}

export const programVersion: string = readManifest(programFolder)?.version ?? '0.0.0'

function findProgramFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (readManifest(folder)?.name === 'galley') return folder
    if (dirname(folder) === folder) throw new Error(`no package.json of Galley above ${start}`)
  }
}

function readManifest(folder: string): { name?: string; version?: string } | null {
  const file = join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }) : null
}
