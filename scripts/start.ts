import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { trialFolder } from '#main/common/folders.ts'
import { say } from '#main/common/language.ts'
import { findBrowser } from './browser.ts'
import { openAppWindow } from './start/appWindow.ts'
import { buildIfStale } from './start/build.ts'
import { ended, lastWords, rootFlags, startProgram } from './start/children.ts'
import type { FoundElectron } from './start/electron.ts'
import { findElectron } from './start/electron.ts'
import { notInstalled } from './start/installed.ts'

/*
 * `npm start`: the workstation in the trial newsroom. In Electron where that is here or can be fetched; else in an app
 * window of an installed browser; without a display it prints an address. One line says which, and why.
 */
const root = join(import.meta.dirname, '..')
const logFile = join(trialFolder(), 'logs', 'start.log')
const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

try {
  const missing = notInstalled(root)
  if (missing !== null) print(say('program.installFirst', { missing }))
  buildIfStale()
  const electron = display ? await findElectron() : null
  process.exitCode = electron === null ? await startLoopback() : await startElectron(electron)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function startElectron({ path, args, version, env }: FoundElectron): Promise<number> {
  print(say('program.inElectron', { version }))
  const program = startProgram({ path, args: [...rootFlags, ...args, '--trial'], env, logFile, stdout: 'ignore' })
  stopOnSignals(() => program.kill('SIGTERM'))
  return await finish(ended(program))
}

async function startLoopback(): Promise<number> {
  const host = startProgram({
    path: process.execPath,
    args: [join(root, 'out', 'main', 'loopback.js'), '--trial'],
    logFile,
    stdout: 'pipe',
  })
  const hostEnded = ended(host)
  const address = await Promise.race([firstLine(host.stdout), hostEnded.then(() => null)])
  if (address === null) return await finish(hostEnded)

  const browser = display ? findBrowser() : null
  if (browser === null) {
    print(say(display ? 'program.withoutBrowser' : 'program.withoutDisplay', { address }))
    stopOnSignals(() => host.kill('SIGTERM'))
    return await finish(hostEnded)
  }
  print(say('program.inBrowser', { browser: browser.path }))
  const window = await openAppWindow({ browser: browser.path, address, folder: trialFolder() })
  stopOnSignals(() => host.kill('SIGTERM'))
  await Promise.race([ended(window.program), hostEnded])
  host.kill('SIGTERM')
  window.program.kill()
  await window.removePage()
  return await finish(hostEnded)
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string | null> {
  if (stream === null) return null
  const lines = createInterface({ input: stream })
  const [line] = (await once(lines, 'line')) as [string]
  return line
}

/** Ctrl+C reaches the children too: this one stays until they have saved and gone. */
function stopOnSignals(stop: () => void): void {
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function finish(program: Promise<number | null>): Promise<number> {
  const code = await program
  if (code === 0) return 0
  process.stderr.write(`${say('program.failed', { logFile })}\n${lastWords(logFile)}\n`)
  return code ?? 1
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
