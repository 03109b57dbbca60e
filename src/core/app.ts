import type { CoreEmit, CoreHandlers } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import type { ArticleId, MediaHash } from '#shared/domain/ids.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Dispose, Transport } from '#shared/rpc/transport.ts'
import { archiveHandlers } from './archive/handlers.ts'
import { archiveThread } from './archive/runner.ts'
import { Archives } from './archive/service.ts'
import { ArticleFiles } from './articles/files.ts'
import { articleHandlers } from './articles/handlers.ts'
import { Articles } from './articles/service.ts'
import { backupHandlers } from './backup/handlers.ts'
import { backupThread } from './backup/runner.ts'
import { Backups } from './backup/service.ts'
import { binHandlers } from './bin/handlers.ts'
import { Bin } from './bin/service.ts'
import type { CoreContext } from './context.ts'
import { makeFolder } from './db/durable.ts'
import { withDiskErrors } from './db/errors.ts'
import { lockProfile } from './db/profileLock.ts'
import { transaction } from './db/transaction.ts'
import { historyHandlers } from './history/handlers.ts'
import { History } from './history/service.ts'
import { WritingPoints } from './history/writingPoints.ts'
import { Compaction } from './journal/compaction.ts'
import { Drafts } from './journal/drafts.ts'
import { mediaHandlers } from './media/handlers.ts'
import { Collector } from './media/collector.ts'
import { Media } from './media/service.ts'
import { forkPictures } from '#pictures/fork.ts'
import { keepPictures } from '#pictures/keep.ts'
import type { CoreOptions } from './options.ts'
import type { OpenedLibrary } from './recovery/openLibrary.ts'
import { openLibrary } from './recovery/openLibrary.ts'
import { Recovery } from './recovery/service.ts'
import { WordLog } from './recovery/wordLog.ts'
import { reviewHandlers } from './review/handlers.ts'
import { Review } from './review/service.ts'
import { Filling } from './search/Filling.ts'
import { searchHandlers } from './search/handlers.ts'
import { Search } from './search/service.ts'
import { inThread, searchThread } from './search/thread/start.ts'
import { DeviceSigner } from './settings/deviceKey.ts'
import { enrol } from './settings/enrol.ts'
import type { Enrol } from './settings/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { CoWriters } from './sharing/coWriters.ts'
import { Exchange } from './sharing/exchange.ts'
import { sharingHandlers } from './sharing/handlers.ts'
import { WorkingLines } from './sharing/workingLines.ts'
import { syncHandlers } from './sync/handlers.ts'
import { SyncEngine } from './sync/engine.ts'
import { recoverSending } from './sync/outbox/repository.ts'
import { reach, Sessions } from './sync/sessions.ts'
import { after } from './timers.ts'
import type { Unwritable } from './unwritable/handlers.ts'
import { onlyReading } from './unwritable/handlers.ts'
import { UnwritableIndex } from './unwritable/UnwritableIndex.ts'

export interface Core {
  /** Serves one window until its transport closes, or until disposed. */
  serve(transport: Transport): Dispose
  /** Where a picture lies, or null when it is not here, whole. */
  mediaFile(hash: MediaHash): Promise<{ path: string; mimeType: string } | null>
  /** Ends the talk with the desk, finishes what was put off, closes the library and frees the profile. */
  close(): Promise<void>
}

/**
 * The backend of one desktop. Everything lies in `dataDir` first and works without a network. A damaged library
 * is recovered. Throws `profile_in_use`, `database_newer`, `disk_full`,
 * `disk_read_only` or `disk_failing`.
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { dataDir, log, clock = () => new Date() } = options
  withDiskErrors(dataDir, () => makeFolder(dataDir))
  const unlock = lockProfile(dataDir, options.instance)
  try {
    const library = withDiskErrors(dataDir, () => openLibrary(dataDir, clock(), log))
    return serveLibrary(options, library, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Serves an open library; `unwritable` says why nothing can be written to it, and then nothing goes on by itself. */
export function serveLibrary(
  options: CoreOptions,
  { db, report }: OpenedLibrary,
  unlock: Dispose,
  unwritable: Unwritable | null = null,
): Core {
  const { dataDir, log, clock = () => new Date(), onEvent = () => {} } = options
  const emit: CoreEmit = (name, payload) => {
    server.emit(name, payload)
    onEvent(name, payload)
    if ('articleId' in payload) lines.heard(payload.articleId)
  }
  const context: CoreContext = { db, dataDir, clock, log, emit }

  const links = reach(options.fetch, options.patience)
  const signer = new DeviceSigner(options.secrets)
  const sessions = new Sessions(context, links, signer)
  const decoder = keepPictures({ launch: () => forkPictures(), log })
  const media = new Media(context, options.pictures ?? decoder, unwritable !== null)
  const compaction = new Compaction(context, options.later)
  const drafts = new Drafts(context, compaction)
  const points = new WritingPoints(context, drafts, options.after ?? after)
  const articles = new Articles(context, drafts)
  const exchange = new Exchange(context, drafts, media)
  const lines = new WorkingLines(context, drafts, exchange, options.after ?? after, {
    onOpened: () => engine.connection.tell(),
    onDue() {
      if (engine.connection.isOnline) engine.wake()
    },
  })
  const engine = new SyncEngine(context, {
    media,
    settleLines: (talk, all) => lines.settle(talk, all),
    unsent: () => lines.unsent,
    session: () => sessions.current(),
    patience: links.patience,
    after: options.after ?? after,
  })
  media.onLost = () => engine.wake()
  const { files, vault } = media
  const mayCollect = () => report === null
  const collector = new Collector(context, { files, vault, after: options.after ?? after, mayCollect })
  const review = new Review(context, drafts, signer, () => engine.wake())
  const recovery = new Recovery(context, report, options.restart ?? (() => {}))
  const words = new WordLog(dataDir, log)
  db.keepWords(words.add)
  db.onDamage(recovery.damageFound)
  const onGone = (articleId: ArticleId): void => {
    for (const memory of [drafts, points, lines]) memory.forget(articleId)
  }
  const bin = new Bin(context, { words, isExchanged: exchange.isUnderWay, onGone })
  const backups = new Backups(context, {
    after: options.after ?? after,
    thread: options.backupThread ?? backupThread,
    onBegin: () => words.begin(),
    onMade: () => words.thin(),
    onDamage: recovery.damageFound,
  })
  const archives = new Archives(context, {
    thread: options.archiveThread ?? archiveThread,
    pictures: options.pictures ?? decoder,
    files,
    backUp: () => backups.now(),
    unwritable: unwritable !== null,
  })
  const start = inThread(dataDir, log, options.searchThread ?? searchThread)
  const filling = new Filling(context, start, options.after ?? after)
  const index = unwritable === null ? filling : new UnwritableIndex(db, dataDir, log)
  const register: Enrol = async (credentials) => {
    const clientFor = (serverUrl: string) => sessions.clientFor(serverUrl)
    const enrolment = await enrol(context, { secrets: options.secrets, signer, clientFor }, credentials)
    recovery.enrolled()
    engine.wake()
    return enrolment
  }
  const handlers: CoreHandlers = {
    archives: archiveHandlers(archives),
    articles: articleHandlers(articles, drafts, new ArticleFiles(context, articles, media)),
    backups: backupHandlers(backups),
    bin: binHandlers(bin),
    history: historyHandlers(new History(context, drafts)),
    media: mediaHandlers(media),
    recovery: recovery.handlers,
    review: reviewHandlers(review),
    search: searchHandlers(new Search(context, index)),
    settings: settingsHandlers(context, register),
    sharing: sharingHandlers(new CoWriters(context, drafts, () => engine.wake()), lines),
    sync: syncHandlers(context, engine),
  }
  const server = createServer(coreContract, unwritable === null ? handlers : onlyReading(handlers, unwritable), {
    onDefect: (error, method) => log.error('defect', { method, error: describe(error) }),
  })

  let closing: Promise<void> | undefined
  const shutDown = async (): Promise<void> => {
    if (unwritable === null && lines.isOpen) await engine.lastRound()
    await engine.stop()
    lines.stop()
    await archives.stop()
    await backups.stop()
    await collector.stop()
    await filling.close()
    if (index instanceof UnwritableIndex) index.close()
    points.finish()
    decoder.close()
    compaction.finish()
    if (recovery.isDamaged) db.closeUntouched()
    else db.close()
    words.close()
    unlock()
  }

  if (unwritable === null) {
    transaction(db, recoverSending)
    compaction.start((articleId) => drafts.find(articleId))
    engine.start()
    backups.start()
    collector.start()
    filling.start()
  }
  return {
    serve(transport) {
      const stop = transport.onClose(() => lines.leftAll())
      const leave = server.serve(transport)
      return () => {
        stop()
        leave()
      }
    },
    mediaFile: (hash) => media.locateForScreen(hash),
    close() {
      closing ??= shutDown()
      return closing
    },
  }
}

export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
