import type { Core } from '#core/app.ts'
import type { CoreOptions } from '#core/options.ts'
import { openCore } from '#core/app.ts'
import { silentLogger } from '#shared/log.ts'
import type { CoreContract } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import { createClient } from '#shared/rpc/client.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'

export interface BenchDesktop {
  readonly core: Core
  readonly window: RpcClient<CoreContract>
}

/** A core in this process on a real library, and the window that it serves. */
export async function openDesktop(dataDir: string, options: Partial<CoreOptions> = {}): Promise<BenchDesktop> {
  const secrets = new Map<string, string>()
  const core = await openCore({
    dataDir,
    log: silentLogger,
    secrets: {
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
    },
    // Journals are folded as soon as an answer is out, so that a short run sees the folding too.
    later: (work) => {
      const handle = setImmediate(work)
      return () => clearImmediate(handle)
    },
    ...options,
  })
  const [window, backend] = memoryTransports()
  core.serve(backend)
  return { core, window: createClient(coreContract, window) }
}
