import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * The walls between rooms are lines of .oxlintrc.json, and a pattern with a slip in it matches nothing and says
 * nothing. So every wall is run into here, by one offending file each, in a copy of the house.
 */
const wall = 'eslint(no-restricted-imports)'

const offences: [file: string, source: string, why: string][] = [
  ['shared/a1.ts', `import '#core/app.ts'`, 'shared takes nothing from core'],
  ['shared/a2.ts', `import type { A } from '#server/app.ts'\nexport type B = A`, 'not even a type'],
  ['shared/a3.ts', `export * from '#main/node/index.ts'`, 're-exports count'],
  ['shared/a4.ts', `export const load = () => import('#renderer/app/main.tsx')`, 'dynamic imports count'],
  ['shared/a5.ts', `import '#preload/index.ts'`, 'shared takes nothing from preload'],
  ['shared/deep/er/a6.ts', `import 'node:fs'`, 'shared has no Node'],
  ['shared/a7.ts', `import 'fs'`, 'by its old name neither'],
  ['shared/a8.ts', `import 'react'`, 'shared has no React'],
  ['shared/a9.ts', `import '@lexical/react/LexicalComposer'`, 'shared has no React in Lexical'],
  ['shared/a10.ts', `import 'electron'`, 'shared has no Electron'],
  ['shared/a11.ts', `import 'better-sqlite3'`, 'shared has no SQLite'],
  ['shared/deep/a12.ts', `import '../../core/app.ts'`, 'relative imports stay in the room'],
  ['shared/a13.test.ts', `import '#core/app.ts'`, 'tests of shared stay in shared'],
  ['shared/a14.ts', `import '#pictures/contract.ts'`, 'shared takes nothing from pictures'],
  ['pictures/p1.ts', `import '#core/app.ts'`, 'pictures knows no core'],
  ['pictures/p2.ts', `import '#server/app.ts'`, 'pictures knows no server'],
  ['pictures/p3.ts', `import 'better-sqlite3'`, 'pictures stores nothing'],
  ['pictures/decode/p4.ts', `import 'electron'`, 'pictures is plain Node'],
  ['core/b1.ts', `import '#server/app.ts'`, 'core knows no server'],
  ['core/b2.ts', `import '#renderer/app/main.tsx'`, 'core knows no renderer'],
  ['core/b3.ts', `import '#main/node/index.ts'`, 'core knows no host'],
  ['core/b4.ts', `import 'electron'`, 'core is plain Node'],
  ['core/articles/b5.ts', `import 'better-sqlite3'`, 'SQLite only in core/db'],
  ['core/articles/b6.ts', `import '../../shared/domain/ids.ts'`, 'even to allowed rooms by # paths'],
  ['core/b7.ts', `import 'react'`, 'core has no React'],
  ['core/db/b8.ts', `import '#server/app.ts'`, 'core/db has the other walls of core'],
  ['core/db/b9.ts', `import 'electron'`, 'core/db has no Electron'],
  ['server/c1.ts', `import '#core/app.ts'`, 'server knows no core'],
  ['server/http/c2.ts', `import 'better-sqlite3'`, 'SQLite only in server/storage'],
  ['server/c3.ts', `import 'electron'`, 'server has no Electron'],
  ['server/storage/c4.ts', `import '#core/db/open.ts'`, 'server/storage has the other walls of server'],
  ['renderer/d0.ts', `import '#pictures/contract.ts'`, 'renderer decodes nothing itself'],
  ['renderer/d1.ts', `import '#core/app.ts'`, 'renderer knows no core'],
  ['renderer/d2.ts', `import '#server/app.ts'`, 'renderer knows no server'],
  ['renderer/d3.ts', `import 'electron'`, 'renderer has no Electron'],
  ['renderer/d4.ts', `import 'node:path'`, 'renderer has no Node'],
  ['renderer/editor/d5.ts', `import '../../shared/domain/ids.ts'`, 'relative imports stay in the room'],
  ['renderer/features/review/d6.ts', `import '#renderer/features/media/index.ts'`, 'features do not meet'],
  ['renderer/features/review/d7.ts', `import '../media/index.ts'`, 'features do not meet by relative paths'],
  ['renderer/features/review/d8.ts', `import '../../ui/Button.tsx'`, 'features are flat'],
  ['renderer/features/review/d9.ts', `import '#core/app.ts'`, 'features have the walls of the renderer'],
  ['renderer/features/review/d10.ts', `import '#renderer/app/routes.ts'`, 'features do not know who shows them'],
  ['renderer/d11.test.ts', `import '#core/app.ts'`, 'tests of the renderer stay in the renderer'],
  ['main/node/e1.ts', `import 'electron'`, 'the loopback host has no Electron'],
  ['main/node/e2.ts', `import '../electron/index.ts'`, 'not by a detour'],
  ['main/node/e3.ts', `import '#renderer/app/main.tsx'`, 'hosts serve the renderer, they do not import it'],
  ['main/electron/e4.ts', `import 'better-sqlite3'`, 'hosts reach SQLite through core'],
  ['main/electron/e5.ts', `import '../../core/app.ts'`, 'relative imports stay in the room'],
  ['preload/f1.ts', `import { a } from '#shared/rpc/client.ts'\nexport const b = a`, 'preload takes types only'],
  ['preload/f2.ts', `import type { A } from '#shared/domain/ids.ts'\nexport type B = A`, 'types of shared/rpc only'],
  ['preload/f3.ts', `import 'node:path'`, 'a sandboxed preload has no Node'],
  ['preload/f4.ts', `import 'zod'`, 'a preload bundles nothing'],
]

const clean: [file: string, source: string][] = [
  ['shared/ok1.ts', `import 'zod'\nimport 'lexical'\nimport '#shared/domain/ids.ts'\nimport './ok2.ts'`],
  ['shared/deep/ok3.ts', `import '../rpc/server.ts'`],
  ['shared/ok4.test.ts', `import 'node:fs'\nimport 'vitest'`],
  ['core/articles/ok5.ts', `import 'node:fs'\nimport '#shared/domain/ids.ts'\nimport '../db/open.ts'`],
  ['core/db/ok6.ts', `import 'better-sqlite3'`],
  ['server/storage/ok7.ts', `import 'better-sqlite3'\nimport '#server/app.ts'`],
  ['renderer/app/ok8.ts', `import 'react'\nimport '#renderer/features/review/index.ts'\nimport '../ui/Button.tsx'`],
  [
    'renderer/features/review/ok9.ts',
    `import '#renderer/ui/Button.tsx'\nimport '#shared/contract/api.ts'\nimport './a.ts'`,
  ],
  [
    'main/electron/ok10.ts',
    `import 'electron'\nimport '#core/app.ts'\nimport '#shared/rpc/server.ts'\nimport '../menu.ts'`,
  ],
  ['main/node/ok11.ts', `import '#core/app.ts'\nimport '#server/app.ts'\nimport 'ws'`],
  ['preload/ok12.ts', `import 'electron'\nimport type { Api } from '#shared/rpc/client.ts'\nexport type B = Api`],
]

interface Diagnostic {
  code: string
  filename: string
}

/** Lints a folder with the project's own settings; type-aware rules need a compiler's project and are left out. */
function lint(folder: string): Diagnostic[] {
  const cli = resolve('node_modules/oxlint/bin/oxlint')
  // It exits with 1 when it finds something, which is the point here; a crash leaves no JSON and fails below.
  const run = spawnSync(process.execPath, [cli, '--format', 'json'], { cwd: folder, encoding: 'utf8' })
  return (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics
}

describe('walls between rooms', () => {
  const house = mkdtempSync(join(tmpdir(), 'galley-walls-'))
  let found: Diagnostic[] = []

  beforeAll(() => {
    const config = readFileSync('.oxlintrc.json', 'utf8')
    writeFileSync(join(house, '.oxlintrc.json'), config.replace('"typeAware": true', '"typeAware": false'))
    for (const [file, source] of [...offences, ...clean]) {
      const path = join(house, 'src', file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `${source}\n`)
    }
    writeFileSync(join(house, 'src/core/long.ts'), 'export {}\n'.repeat(501))
    writeFileSync(join(house, 'src/core/chatty.ts'), `console.log('here')\n`)
    writeFileSync(join(house, 'src/core/logger.ts'), `console.log('here')\n`)
    found = lint(house)
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  const codesIn = (file: string): string[] => found.filter((d) => d.filename === `src/${file}`).map((d) => d.code)

  it.each(offences)('%s: %s (%s)', (file) => {
    expect(codesIn(file)).toContain(wall)
  })

  it.each(clean)('lets %s import what it may', (file) => {
    expect(codesIn(file)).not.toContain(wall)
  })

  it('stops files over 500 lines, and logging around the logger', () => {
    expect(codesIn('core/long.ts')).toContain('eslint(max-lines)')
    expect(codesIn('core/chatty.ts')).toContain('eslint(no-console)')
    expect(codesIn('core/logger.ts')).not.toContain('eslint(no-console)')
  })
})
