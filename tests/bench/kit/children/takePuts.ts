import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** The least that a server does which keeps what it is sent: `node takePuts.ts <folder>` syncs each body to a file. */
const [, , folder = ''] = process.argv

async function keep(request: IncomingMessage): Promise<void> {
  const file = await open(join(folder, randomUUID()), 'wx')
  try {
    await file.writeFile(request)
    await file.sync()
  } finally {
    await file.close()
  }
}

const server = createServer((request, response) => {
  keep(request).then(
    () => response.end(),
    () => response.writeHead(500).end(),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit())
