import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

const sources = ['src/**/*', 'electron.config.ts', 'package.json']
/** One product of each of the three builds. */
const products = ['out/main/electron.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds the program where a source is newer than what was built of it. Throws with the build's own words. */
export function buildIfStale(): void {
  if (!isStale()) return
  process.stdout.write('Building…\n')
  const built = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '-c', 'electron.config.ts'],
    { cwd: root, encoding: 'utf8' },
  )
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`)
}

function isStale(): boolean {
  const built = products.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const newest = Math.max(...globSync(sources, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))
  return newest > Math.min(...built)
}
