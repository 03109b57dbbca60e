import { startServer } from '#server/app.ts'
import { silentLogger } from '#shared/log.ts'

/** A publishing server in a process of its own, to be killed: `node server.ts <data folder> <port> <site address>`. */
const [, , dataDir, port, siteUrl] = process.argv
if (dataDir === undefined || siteUrl === undefined) throw new Error('usage: server.ts <data folder> <port> <site>')

const { url } = await startServer({ dataDir, host: '127.0.0.1', port: Number(port), siteUrl, log: silentLogger })
process.once('disconnect', () => process.exit())
process.send?.({ frame: 'ready', url })
