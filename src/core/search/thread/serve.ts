import type { Logger } from '#shared/log.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Transport } from '#shared/rpc/transport.ts'
import { indexContract } from '../index/indexContract.ts'
import { SearchIndex } from '../index/SearchIndex.ts'

/** Opens the index of a profile and answers for it. Throws as opening a database does. */
export function serveIndex(dataDir: string, transport: Transport, log: Logger): void {
  const { handlers } = new SearchIndex(dataDir, log)
  const onDefect = (error: unknown, method: string) => log.error('search failed', { method, error: String(error) })
  createServer(indexContract, { index: handlers }, { onDefect }).serve(transport)
}
