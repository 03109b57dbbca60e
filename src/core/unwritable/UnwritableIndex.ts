import { join } from 'node:path'

import type { Logger } from '#shared/log.ts'
import type { Database } from '../db/database.ts'
import { openDerived } from '../db/open.ts'
import { openUnwritable } from '../db/unwritable.ts'
import type { FilledIndex } from '../search/service.ts'
import type { Files } from '../search/index/filling.ts'
import { indexMigrations } from '../search/index/migrations.ts'
import { Questions } from '../search/index/questions.ts'
import { similar } from '../search/index/similar.ts'

/**
 * The search index as it lies on a disk that nothing can be written to. What was typed in the last seconds before may
 * not be in it. It answers in core's own thread: nobody types.
 */
export class UnwritableIndex {
  readonly waiting = 0
  readonly #library: Database
  readonly #dataDir: string
  readonly #log: Logger
  #index: Database | null = null
  readonly #questions = new Questions(() => this.#files())

  constructor(library: Database, dataDir: string, log: Logger) {
    this.#library = library
    this.#dataDir = dataDir
    this.#log = log
  }

  ready(): Promise<FilledIndex> {
    return Promise.resolve({
      find: (question) => this.#questions.find(question),
      similar: async ({ articleId, me, limit }) => similar(this.#files(), articleId, me, limit),
    })
  }

  /** It cannot be made anew here. */
  renew(): Promise<void> {
    this.close()
    this.#index = openDerived(':memory:', this.#log, indexMigrations)
    return Promise.resolve()
  }

  close(): void {
    this.#index?.close()
    this.#index = null
  }

  #files(): Files {
    this.#index ??= this.#open()
    return { library: this.#library, index: this.#index }
  }

  #open(): Database {
    try {
      return openUnwritable(join(this.#dataDir, 'search.db'), this.#log, indexMigrations)
    } catch (error) {
      this.#log.warn('there is no search index to read', { error: String(error) })
      return openDerived(':memory:', this.#log, indexMigrations)
    }
  }
}
