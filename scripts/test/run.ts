import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { stripVTControlCharacters } from 'node:util'

export interface Ran {
  /** Null when it was killed, which is also what a stage that takes too long ends with. */
  code: number | null
  /** The end of what it printed, without colours. */
  tail: string
  /** Why it did not even start or was stopped, in words; undefined when it ended by itself. */
  trouble?: string
}

const MINUTES = 60_000

/** Runs one program with its output in a log file: the console stays a summary, the details stay readable. */
export async function run(command: string[], logFile: string, env: Record<string, string> = {}): Promise<Ran> {
  const [program = '', ...args] = command
  mkdirSync(dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile)
  // Only `npm.cmd` and `npx.cmd` need a shell on Windows; no argument here comes from outside.
  const shell = process.platform === 'win32' && program !== process.execPath
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell,
    timeout: 10 * MINUTES,
  })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const end = await new Promise<Omit<Ran, 'tail'>>((settle) => {
    child.once('error', (error) => settle({ code: null, trouble: `could not start ${program}: ${error.message}` }))
    child.once('close', (code, signal) =>
      settle(
        code === null ? { code, trouble: `${program} was stopped by ${signal ?? 'an unknown signal'}` } : { code },
      ),
    )
  })
  log.end()
  await finished(log)
  return { ...end, tail: lastLines(readFileSync(logFile, 'utf8')) }
}

export function lastLines(output: string, count = 40): string {
  return stripVTControlCharacters(output).trimEnd().split('\n').slice(-count).join('\n')
}

/** `npm run <script>` without a shell: scripts have one definition, in package.json. */
export function npmRun(script: string): string[] {
  const npm = process.env['npm_execpath']
  return npm ? [process.execPath, npm, 'run', '--silent', script] : ['npm', 'run', '--silent', script]
}
