import { join } from 'node:path'

import { newsroomAdmin } from '../admin.ts'
import { startServer } from '../app.ts'
import type { Logger } from '#shared/log.ts'
import { readNewsroomFile, welcomeAdministrator } from '../settings/firstStart.ts'
import { refuseUnsafe } from '../settings/publicAddress.ts'
import type { Settings } from '../settings/settings.ts'
import { openStore } from '../storage/open.ts'

/** Runs the server until the process is asked to end. Everything that can be refused is refused before it listens. */
export async function serve(settings: Settings, log: Logger, say: (line: string) => void): Promise<void> {
  const { host, port, dataDir, siteUrl, trustProxy } = settings
  await prepare(settings, say)
  const server = await startServer({
    dataDir,
    host,
    port,
    log,
    trustProxy: trustProxy.length === 0 ? false : trustProxy,
    ...(siteUrl === undefined ? {} : { siteUrl }),
  })

  const stop = (signal: NodeJS.Signals): void => {
    log.info('the server stops', { signal })
    // A second signal ends the process at once, as if nobody listened.
    process.off('SIGTERM', stop).off('SIGINT', stop)
    server.close().then(
      () => log.info('the server has stopped'),
      (error: unknown) => {
        log.error('the server did not stop cleanly', { error: String(error) })
        process.exitCode = 1
      },
    )
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  // Only now: whoever reads it may ask the process to end at once.
  say(`The desk listens at ${server.url}; readers find the site at ${server.siteUrl}`)
}

async function prepare(settings: Settings, say: (line: string) => void): Promise<void> {
  const newsroom = readNewsroomFile(settings.newsroomFile)
  const store = openStore(join(settings.dataDir, 'desk.sqlite'))
  try {
    const admin = newsroomAdmin(store, () => new Date())
    refuseUnsafe(settings, (await admin.people()).length > 0)
    if (newsroom !== null) await admin.setNewsroom(newsroom)
    const made = await welcomeAdministrator(admin, settings)
    if (made?.madeUp != null) say(`First start: account ${made.account}, password ${made.madeUp} (shown this once)`)
  } finally {
    await store.close()
  }
}
