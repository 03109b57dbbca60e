import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/**
 * Arguments that make the Electron in `dist` run the program of this checkout. An Electron as it is published brings a
 * default app that loads the folder it is given. One without (repackaged for tests) is seated: a folder of its files
 * with this checkout where a package has its program, because whatever else loads it comes after Electron is ready,
 * when it is too late to register a scheme or to switch the sandbox on.
 */
export function programOf(dist: string, executable: string): { path: string; args: string[] } {
  const published = process.platform !== 'linux' || existsSync(join(dist, 'resources', 'default_app.asar'))
  return published ? { path: executable, args: [root] } : { path: join(seat(dist), 'electron'), args: [] }
}

function seat(dist: string): string {
  const name = createHash('sha256')
    .update([root, resolve(dist)].join('\n'))
    .digest('hex')
    .slice(0, 16)
  const folder = join(root, 'node_modules', '.cache', 'electron-seats', name)
  if (existsSync(folder)) return folder
  // Made aside and moved into place: two tests may start at once, and a half-made folder would stay.
  const making = `${folder}-${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(join(making, 'resources'), { recursive: true })
  for (const entry of readdirSync(dist, { withFileTypes: true })) {
    if (entry.name === 'resources') continue
    const [from, to] = [join(dist, entry.name), join(making, entry.name)]
    if (entry.isDirectory()) cpSync(from, to, { recursive: true })
    else linkOrCopy(from, to)
  }
  symlinkSync(root, join(making, 'resources', 'app'))
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** A link costs nothing, and unlike a symbolic one it is where the program believes to be. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
