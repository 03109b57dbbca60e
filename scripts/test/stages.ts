import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { ensureTestBrowser } from '../browser.ts'
import { packageArguments, packagedEnvironment } from './packaged.ts'
import { PlaywrightReport, readPlaywright } from './playwright.ts'
import { fromReport } from './report.ts'
import { stageFailed, stepPassed, suiteSkipped, type StageResult } from './result.ts'
import { npmRun, run } from './run.ts'
import { readVitest, VitestReport } from './vitest.ts'

export interface Stage {
  name: string
  run(): Promise<StageResult>
  /** Stages without whose success this one says nothing: the suite is then skipped, in words. */
  needs?: string[]
}

/** Logs and reports of the last run, one of each per stage. */
export const reports = 'test-results/stages'
const reportOf = (name: string): string => resolve(reports, `${name}.json`)
const logOf = (name: string): string => join(reports, `${name}.log`)

/** A step that is no test counts as one passed or one failed, so that the last line cannot hide it. */
function step(name: string, script: string): Stage {
  return {
    name,
    async run() {
      const ran = await run(npmRun(script), logOf(name))
      return ran.code === 0 ? stepPassed : stageFailed(`npm run ${script}`, ran.trouble ?? ran.tail)
    },
  }
}

interface Suite<T> {
  name: string
  files: string[]
  command: string[]
  env?: Record<string, string>
  schema: z.ZodType<T>
  read: (report: T) => StageResult
}

async function suite<T>({ name, files, command, env, schema, read }: Suite<T>): Promise<StageResult> {
  if (globSync(files).length === 0) return { passed: 0, failures: [], skips: [], note: 'no test files yet' }
  // Whatever is there afterwards was written by this run.
  rmSync(reportOf(name), { force: true })
  const ran = await run(command, logOf(name), env)
  return fromReport(name, ran, reportOf(name), schema, read)
}

const vitest = (name: string, files: string[]): Stage => ({
  name,
  run: () =>
    suite({
      name,
      files,
      command: [
        process.execPath,
        'node_modules/vitest/vitest.mjs',
        'run',
        `--project=${name}`,
        '--reporter=default',
        '--reporter=./scripts/test/vitestReporter.ts',
      ],
      env: { GALLEY_VITEST_REPORT: reportOf(name) },
      schema: VitestReport,
      read: readVitest,
    }),
})

function playwright(
  name: string,
  files: string[],
  wrapper: string[] = [],
  env: Record<string, string> = {},
): Promise<StageResult> {
  return suite({
    name,
    files,
    command: [
      ...wrapper,
      process.execPath,
      'node_modules/@playwright/test/cli.js',
      'test',
      `--project=${name}`,
      `--output=test-results/${name}`,
    ],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(name) },
    schema: PlaywrightReport,
    read: readPlaywright,
  })
}

const inBrowser = (name: string, files: string[], needs: string[] = []): Stage => ({
  name,
  needs,
  async run() {
    ensureTestBrowser()
    return playwright(name, files)
  },
})

const packaging: Stage = {
  name: 'package',
  needs: ['build'],
  async run() {
    const args = packageArguments()
    if (args === null) {
      return suiteSkipped(
        'packing the program',
        'ELECTRON_OVERRIDE_DIST_PATH names no Electron for Linux to pack it with',
      )
    }
    const ran = await run([...npmRun('package'), '--', ...args], logOf('package'))
    return ran.code === 0 ? stepPassed : stageFailed('npm run package', ran.trouble ?? ran.tail)
  },
}

const electron: Stage = {
  name: 'electron',
  needs: ['build'],
  async run() {
    if (!process.env['ELECTRON_OVERRIDE_DIST_PATH'] && !electronIsInstalled()) {
      return suiteSkipped(
        'the whole Electron suite',
        "Electron's program is not on this machine (`npx install-electron` fetches it, or set ELECTRON_OVERRIDE_DIST_PATH)",
      )
    }
    const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
    return playwright(
      'electron',
      ['tests/electron/**/*.spec.ts', 'tests/e2e/**/*.spec.ts'],
      headless ? ['xvfb-run', '--auto-servernum'] : [],
      packagedEnvironment(),
    )
  },
}

/** The electron package is a downloader: the program is there once it wrote path.txt. */
function electronIsInstalled(): boolean {
  const path = 'node_modules/electron/path.txt'
  return existsSync(path) && existsSync(join('node_modules/electron/dist', readFileSync(path, 'utf8')))
}

export const stages: Stage[] = [
  step('format', 'format:check'),
  step('lint', 'lint'),
  step('types', 'types'),
  step('build', 'build'),
  vitest('unit', ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts']),
  step('merge', 'test:merge'),
  vitest('integration', ['tests/integration/**/*.test.ts']),
  inBrowser('browser', ['tests/browser/**/*.spec.ts']),
  inBrowser('loopback', ['tests/e2e/**/*.spec.ts'], ['build']),
  packaging,
  electron,
]
