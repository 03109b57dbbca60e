import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where the stage "package" puts the program, and the Electron suite looks for it. */
const output = 'test-results/package'
const program = resolve(output, 'linux-unpacked', 'galley')

/**
 * The arguments of `npm run package` that pack the program around the runtime at hand, or null where none is named or
 * it is not Linux's. Its core runs under Node beside it and not inside it, and so has to lie outside the archive.
 */
export function packageArguments(): string[] | null {
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (process.platform !== 'linux' || runtime === undefined || runtime === '') return null
  const version = readFileSync(join(runtime, 'version'), 'utf8').trim()
  return [
    '--linux',
    'dir',
    '-c.npmRebuild=false',
    '-c.asarUnpack=**/*',
    `-c.electronDist=${runtime}`,
    `-c.electronVersion=${version}`,
    `-c.directories.output=${output}`,
  ]
}

/** Names the packed program to the Electron suite, when there is one. */
export const packagedEnvironment = (): Record<string, string> =>
  existsSync(program) ? { GALLEY_PACKAGED: program } : {}
