import type { ChildProcess, StdioOptions } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Chromium refuses its sandbox to root; containers run as root, people should not. */
export const rootFlags: readonly string[] =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export interface Program {
  path: string
  args: readonly string[]
  env?: Record<string, string>
  /** What it says of itself goes here; the terminal stays a person's. */
  logFile: string
  stdout: 'ignore' | 'pipe'
}

export function startProgram({ path, args, env = {}, logFile, stdout }: Program): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'w')
  const stdio: StdioOptions = ['ignore', stdout === 'pipe' ? 'pipe' : log, log]
  const child = spawn(path, args, { stdio, env: { ...process.env, ...env } })
  closeSync(log)
  return child
}

/** Resolves with the exit code when it ends; null when a signal ended it. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

export const lastWords = (logFile: string): string =>
  readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
