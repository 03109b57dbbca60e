import { rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'

import type { Pictures } from '#pictures/contract.ts'
import type {
  ArchiveContents,
  ArchiveProgress,
  ArchiveStatus,
  ExportReport,
  ImportReport,
} from '#shared/contract/archives.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { diskError } from '../db/errors.ts'
import type { MediaFiles } from '../media/files.ts'
import { meAt } from '../settings/desk.ts'
import { partOf } from './exportLibrary.ts'
import { importStaged } from './importStaged.ts'
import { checkSource, checkTarget, suggestedFile } from './place.ts'
import { everyNow } from './progress.ts'
import type { JobKind, Jobs, RunningJob } from './runner.ts'
import { runJob } from './runner.ts'
import { removeStaging } from './staging.ts'
import { checkPictures, placePicture } from './takePictures.ts'

export interface ArchiveOptions {
  /** The program of the thread. */
  readonly thread: string
  readonly pictures: Pictures
  readonly files: MediaFiles
  /** Makes a backup of the library as it is, and throws when there is none. */
  readonly backUp: () => Promise<unknown>
  /** Nothing can be written beside the library: it can be exported to another disk, and that is all. */
  readonly unwritable: boolean
}

interface Running {
  readonly kind: 'export' | 'inspect' | 'import'
  progress: ArchiveProgress
  show: (progress: ArchiveProgress) => void
  cancelled: boolean
  /** What a thread does of it, while one does. */
  thread: RunningJob<unknown> | null
  done: Promise<unknown>
}

/** The whole library as one file, and back. One job at a time; a second one is refused with `conflict`. */
export class Archives {
  readonly #context: CoreContext
  readonly #options: ArchiveOptions
  #running: Running | null = null
  #contents: ArchiveContents | null = null

  /** What an import left that was killed goes. */
  constructor(context: CoreContext, options: ArchiveOptions) {
    this.#context = context
    this.#options = options
    this.#forget()
  }

  status(): ArchiveStatus {
    const { db, clock } = this.#context
    const job = this.#running === null ? null : { kind: this.#running.kind, progress: this.#running.progress }
    return { suggested: suggestedFile(db, clock()), job, contents: this.#contents }
  }

  export(file: string): Promise<ExportReport> {
    const { db, dataDir, clock, log } = this.#context
    const { unwritable } = this.#options
    meAt(db)
    checkTarget(file, dataDir)
    return this.#only('export', async (running) => {
      try {
        const report = await this.#inThread(running, 'export', { dataDir, file, at: clock().getTime(), unwritable })
        log.info('library exported', { ...report, damaged: report.damaged.length })
        return report
      } catch (error) {
        rmSync(partOf(file), { force: true })
        throw error
      }
    })
  }

  inspect(file: string): Promise<ArchiveContents> {
    const { db, dataDir } = this.#context
    meAt(db)
    checkSource(file)
    return this.#only('inspect', async (running) => {
      this.#contents = null
      try {
        this.#contents = await this.#inThread(running, 'inspect', { dataDir, file })
        return this.#contents
      } catch (error) {
        this.#forget()
        throw error
      }
    })
  }

  /** Takes in what was inspected. Up to the one moment at which it stores it can be broken off. */
  import(): Promise<ImportReport> {
    if (this.#contents === null) throw new GalleyError('not_found', { what: 'archive' })
    return this.#only('import', async (running) => {
      try {
        return await this.#takeIn(running)
      } catch (error) {
        throw diskError(error, this.#context.dataDir)
      }
    })
  }

  async #takeIn(running: Running): Promise<ImportReport> {
    const { dataDir, emit, log } = this.#context
    const { pictures, files, backUp } = this.#options
    const checked = await checkPictures(dataDir, pictures, (done, total) =>
      this.#step(running, { phase: 'pictures', done, total }),
    )
    this.#step(running, { phase: 'backup', done: 0, total: 1 })
    await backUp()
    this.#step(running, { phase: 'storing', done: 0, total: 1 })
    // A window is to show that before core has no ear for anything else.
    await setImmediate()
    for (const { media } of checked.good) placePicture(dataDir, files, media)
    const { report, changed } = importStaged(this.#context, checked)
    this.#contents = null
    this.#forget()
    log.info('archive imported', { ...report, kept: report.kept.length })
    for (const articleId of changed) {
      emit('articles.changed', { articleId })
      emit('history.changed', { articleId })
    }
    return report
  }

  async cancel(): Promise<void> {
    const running = this.#running
    if (running === null) return
    running.cancelled = true
    await running.thread?.stop()
  }

  discard(): void {
    if (this.#running !== null) return
    this.#contents = null
    this.#forget()
    this.#tell()
  }

  /** Breaks off what is going on and waits until it has let go. */
  async stop(): Promise<void> {
    await this.cancel()
    await this.#running?.done.catch(() => {})
    this.#forget()
  }

  #only<T>(kind: Running['kind'], work: (running: Running) => Promise<T>): Promise<T> {
    if (this.#running !== null) throw new GalleyError('conflict', { job: this.#running.kind })
    const progress: ArchiveProgress = { phase: 'texts', done: 0, total: 1 }
    const show = everyNow((now) => {
      running.progress = now
      this.#tell()
    })
    const running: Running = { kind, progress, show, cancelled: false, thread: null, done: Promise.resolve() }
    this.#running = running
    this.#tell()
    const done = work(running).finally(() => {
      this.#running = null
      this.#tell()
    })
    running.done = done
    return done
  }

  async #inThread<K extends JobKind>(running: Running, kind: K, job: Jobs[K]['job']): Promise<Jobs[K]['result']> {
    const thread = runJob(this.#options.thread, kind, job, running.show)
    running.thread = thread
    try {
      return await thread.result
    } finally {
      await thread.stop()
      running.thread = null
    }
  }

  /** The places at which an import can be broken off. Throws `cancelled`. */
  #step(running: Running, progress: ArchiveProgress): void {
    if (running.cancelled) throw new GalleyError('cancelled')
    running.show(progress)
  }

  #forget(): void {
    const { dataDir, log } = this.#context
    if (this.#options.unwritable) return
    try {
      removeStaging(dataDir)
    } catch (error) {
      log.warn('what an import left was not removed', { error: String(error) })
    }
  }

  #tell(): void {
    this.#context.emit('archives.changed', this.status())
  }
}
