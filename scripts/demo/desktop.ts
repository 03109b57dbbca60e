import { join } from 'node:path'

import { openCore } from '#core/app.ts'
import { silentLogger } from '#shared/log.ts'
import type { SecretStore } from '#core/secrets.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import { createClient } from '#shared/rpc/client.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'

export interface Credentials {
  account: string
  name: string
  password: string
  serverUrl: string
}

/** A desktop of one person: a core in a folder of its own, called as its window would call it. */
export interface Desktop {
  name: string
  call: CoreCalls
  network: Network
  close(): Promise<void>
}

export async function openDesktop(
  folder: string,
  { account, name, password, serverUrl }: Credentials,
): Promise<Desktop> {
  const network = new Network()
  const core = await openCore({
    dataDir: join(folder, account),
    secrets: memorySecrets(),
    log: silentLogger,
    fetch: network.fetch,
  })
  const [window, backend] = memoryTransports()
  core.serve(backend)
  const client = createClient(coreContract, window)
  await client.call.settings.enrol({ serverUrl, account, password })
  return {
    name,
    call: client.call,
    network,
    async close() {
      client.close()
      await core.close()
    },
  }
}

/** The cable between a desktop and the world: pulled out, requests under way break and new ones fail. */
export class Network {
  #cut: AbortController | null = new AbortController()

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    if (this.#cut === null) throw new TypeError('fetch failed')
    const { signal } = this.#cut
    return await fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal })
  }

  cut(): void {
    this.#cut?.abort(new TypeError('fetch failed'))
    this.#cut = null
  }

  restore(): void {
    this.#cut ??= new AbortController()
  }
}

/** Keys live as long as the demo. */
function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>()
  return {
    get: (name) => Promise.resolve(secrets.get(name) ?? null),
    set(name, value) {
      secrets.set(name, value)
      return Promise.resolve()
    },
  }
}
