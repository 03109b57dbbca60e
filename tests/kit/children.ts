import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { wireToChild } from '#main/processes/forkWire.ts'
import { multiplex } from '#main/processes/wire.ts'
import type { CoreContract } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import { createClient } from '#shared/rpc/client.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'

export interface Killable {
  /** SIGKILL: nothing gets to say goodbye. Resolves when the process is gone. */
  kill(): Promise<void>
}

export interface CoreChild extends Killable {
  readonly client: RpcClient<CoreContract>
}

export interface ServerChild extends Killable {
  readonly url: string
}

/** A core on this data folder, in a process that can be killed; `env` may put it on a disk that fails. */
export async function startCore(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<CoreChild> {
  const child = start('core', [dataDir], env)
  // Frames of the wire are read by the multiplexer, which must not see the greeting.
  await greeting(child)
  const open = multiplex(wireToChild(child))
  return { client: createClient(coreContract, portTransport(open('window'))), kill: () => kill(child) }
}

/** A publishing server on this data folder, in a process that can be killed. Port 0 takes any. */
export async function startServerChild(dataDir: string, port: number, siteUrl: string): Promise<ServerChild> {
  const child = start('server', [dataDir, String(port), siteUrl])
  const { url } = (await greeting(child)) as { url: string }
  return { url, kill: () => kill(child) }
}

function start(name: 'core' | 'server', args: string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const file = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url))
  return fork(file, args, {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // These processes start many times with the same code.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'galley-compile-cache'), ...env },
  })
}

async function greeting(child: ChildProcess): Promise<unknown> {
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the process ended before it was ready, with ${String(code)}`)
  })
  const [message] = (await Promise.race([once(child, 'message'), died])) as [unknown]
  return message
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
