import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'

import type { NewsroomAdmin } from './admin.ts'
import { newsroomAdmin } from './admin.ts'
import { openChangeFeed } from './desk/changes.ts'
import { openMediaFolder } from './desk/mediaFolder.ts'
import { registerDesk } from './http/desk.ts'
import type { Limits } from './http/limits.ts'
import { defaultLimits } from './http/limits.ts'
import { closable } from './http/shutdown.ts'
import { mountSite, siteApplication } from './http/site.ts'
import type { Pictures } from '#pictures/contract.ts'
import { forkPictures } from '#pictures/fork.ts'
import { keepPictures } from '#pictures/keep.ts'
import type { Logger } from '#shared/log.ts'
import { sweepMedia } from './desk/mediaSweep.ts'
import { packSettled } from './desk/packs.ts'
import { oldPages } from './publications/oldPages.ts'
import { inRounds } from './rounds.ts'
import { siteStore } from './publications/siteStore.ts'
import { siteRoutes } from './site/routes.ts'
import { openStore } from './storage/open.ts'
import type { Clock } from '#shared/domain/time.ts'

export interface ServerOptions {
  /** Holds the database and the pictures; made when it is not there. */
  dataDir: string
  host: string
  /** 0 takes any free one. */
  port: number
  /** Origin under which readers know the site. Without it, the address at which the server listens. */
  siteUrl?: string
  log: Logger
  /** What decodes pictures. Without it, a server starts a process of its own for that. */
  pictures?: Pictures
  clock?: Clock
  limits?: Limits
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed, or true for any. */
  trustProxy?: boolean | string | string[]
}

export interface RunningServer {
  /** Where desktops reach the desk. */
  url: string
  siteUrl: string
  newsroom: NewsroomAdmin
  /** Answers what was asked, lets long polls go, and closes the database. */
  close(): Promise<void>
}

/** The publishing server: desk and site on one socket. Throws `database_newer`, or what listening throws. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, host, port, log, clock = () => new Date(), limits = defaultLimits } = options
  const store = openStore(join(dataDir, 'desk.sqlite'))
  const decoder = keepPictures({ launch: () => forkPictures(), log })
  const pictures = options.pictures ?? decoder
  const media = openMediaFolder(join(dataDir, 'media'), pictures)
  const feed = openChangeFeed(store)
  const site = Promise.withResolvers<FastifyInstance>()
  let siteUrl = options.siteUrl ?? ''

  const packing = inRounds('packing', 10 * 60 * 1000, (signal) => packSettled(store, clock(), signal), log)

  const old = oldPages({ store, media, pictures }, log)
  const caring = inRounds(
    'pictures',
    60 * 60 * 1000,
    async (signal) => {
      await old.makeAll(signal)
      await sweepMedia(store, media, clock(), signal)
    },
    log,
  )

  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    requestTimeout: 10 * 60 * 1000,
    forceCloseConnections: 'idle',
  })
  app.addHook('preClose', async () => feed.close())
  const closeApp = closable(app)

  try {
    await registerDesk(app, { store, feed, media, pictures, clock, log, siteUrl: () => siteUrl }, limits)
    mountSite(app, site.promise)
    const url = await app.listen({ host, port })
    siteUrl ||= url
    const pages = siteApplication()
    await pages.register(siteRoutes, { store: siteStore(store, media, old), siteUrl, clock })
    await pages.ready()
    site.resolve(pages)
    log.info('the server listens', { url, siteUrl, dataDir })
    return {
      url,
      siteUrl,
      newsroom: newsroomAdmin(store, clock),
      async close() {
        await closeApp()
        await pages.close()
        await Promise.all([packing.stop(), caring.stop()])
        decoder.close()
        await store.close()
      },
    }
  } catch (error) {
    await closeApp()
    await Promise.all([packing.stop(), caring.stop()])
    decoder.close()
    await store.close()
    throw error
  }
}
