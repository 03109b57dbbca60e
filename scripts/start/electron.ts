import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { programOf } from './seat.ts'

export interface FoundElectron {
  path: string
  /** Arguments that make it run the program of this checkout. */
  args: readonly string[]
  version: string
  /** Environment that this runtime needs. */
  env: Record<string, string>
}

const root = join(import.meta.dirname, '..', '..')
const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const wanted = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

/** How long a download may take before a person is better served by the browser that is there. */
const downloadTimeout = 5 * 60_000
const reachTimeout = 4_000

/** Electron's program, fetched if it can be; null where there is none to be had. */
export async function findElectron(): Promise<FoundElectron | null> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  return findInstalledElectron() ?? (!override && (await canDownload()) ? download() : null)
}

/** Electron's program if it is on this machine: where ELECTRON_OVERRIDE_DIST_PATH says, or downloaded before. */
export function findInstalledElectron(): FoundElectron | null {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  return override ? electronIn(override) : installed()
}

function installed(): FoundElectron | null {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? { path, args: [root], version: wanted, env: {} } : null
}

/** Another Electron than the one that Galley is made for: its Node may be too old for the database, so core runs in this. */
function electronIn(dist: string): FoundElectron | null {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']
  const path = names.map((name) => join(dist, name)).find((file) => existsSync(file))
  if (path === undefined) return null
  const versionFile = join(dist, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { ...programOf(dist, path), version, env: version === wanted ? {} : { GALLEY_CORE_NODE: process.execPath } }
}

/** A closed network often swallows requests instead of refusing them: ask first, briefly. A proxy or a mirror is tried. */
async function canDownload(): Promise<boolean> {
  if (process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? process.env['HTTPS_PROXY'])
    return true
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(reachTimeout),
    })
    return true
  } catch {
    return false
  }
}

function download(): FoundElectron | null {
  process.stdout.write(`Fetching Electron ${wanted} (once)…\n`)
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: downloadTimeout })
  return installed()
}
