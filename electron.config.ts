import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Builds the product into out/: programs for Node and Electron's main process (ESM), the preload (one CommonJS file,
 * because a sandboxed preload can be nothing else), and the renderer.
 *
 * Everything is bundled except better-sqlite3 and sharp, which bring native binaries and are therefore the only entries
 * in `dependencies` (electron-vite leaves exactly those outside): a package contains what is used and no more.
 */
const programs = {
  /** The Electron main process: the `main` of package.json. */
  electron: 'src/main/electron/index.ts',
  /** The core of one profile, as a child process of a host. */
  core: 'src/main/processes/coreProcess.ts',
  /** The thread of a core that writes and reads archives of whole libraries. */
  archive: 'src/core/archive/worker.ts',
  /** The thread of a core that makes backups. */
  backup: 'src/core/backup/worker.ts',
  /** The thread of a core that holds the search index. */
  search: 'src/core/search/worker.ts',
  /** The publishing server of the trial newsroom, as a child process of a host. */
  server: 'src/main/processes/serverProcess.ts',
  /** What decodes pictures for both, as a child process of a host. */
  pictures: 'src/pictures/process.ts',
  /** The same core and renderer on the loopback interface, for a browser. */
  loopback: 'src/main/node/index.ts',
}

/** A program that is not written yet is left out, so that the others can be built; the last line of `build` names it. */
function written(entries: Record<string, string>): Record<string, string> {
  const present = Object.entries(entries).filter(([, file]) => existsSync(file))
  for (const [name, file] of Object.entries(entries)) {
    if (!existsSync(file)) console.warn(`warning: ${file} does not exist: out/main/${name}.js is not built`)
  }
  return Object.fromEntries(present)
}

export default defineConfig({
  main: {
    build: {
      // Tests also run the main process in an older Electron, whose Node is 20.
      target: 'node20',
      sourcemap: true,
      // `open` ships a helper script beside itself and finds it by its own path. Only the loopback host, which runs
      // from a checkout, opens browsers with it; Electron has its own way.
      externalizeDeps: { include: ['open'] },
      rolldownOptions: {
        input: written(programs),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // package.json says "type": "module", so only the extension .cjs keeps this CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      // The loopback host opens in whatever Chrome or Edge a newsroom has, not only in Electron's.
      target: 'chrome120',
      minify: true,
      // The content security policy allows no inline script and no data: URL except for pictures of an article.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})
