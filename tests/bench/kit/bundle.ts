import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export interface Bundle {
  /** The built program of that name. */
  file(name: string): string
  remove(): Promise<void>
}

/** Bundles programs as the product is bundled (electron.config.ts): everything but better-sqlite3. */
export async function bundle(programs: Record<string, string>): Promise<Bundle> {
  // Inside of node_modules, so that better-sqlite3 is found from there.
  const cache = resolve('node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const outDir = await mkdtemp(join(cache, 'bench-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      reportCompressedSize: false,
      rolldownOptions: {
        input: programs,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return {
    file: (name) => join(outDir, `${name}.mjs`),
    remove: () => rm(outDir, { recursive: true, force: true }),
  }
}
