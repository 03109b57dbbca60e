import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Logger } from '#shared/log.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { Database } from '../../db/database.ts'
import { openDerived, openReader } from '../../db/open.ts'
import { transaction } from '../../db/transaction.ts'
import type { Files } from './filling.ts'
import { factOf, take, walk } from './filling.ts'
import type { IndexHandlers } from './indexContract.ts'
import { indexMigrations } from './migrations.ts'
import { Questions } from './questions.ts'
import { similar } from './similar.ts'

/** Articles that a walk takes at once, while somebody searches and while nobody does. */
const busySlice = 50
const idleSlice = 500

/**
 * The index of a profile: search.db beside the library, which it only reads. Everything in it was made from the library
 * and can be made again, so a file that is damaged or of another version is put away without a question.
 */
export class SearchIndex {
  readonly #file: string
  readonly #log: Logger
  readonly #library: Database
  readonly #questions = new Questions(() => this.#files())
  #index: Database

  constructor(dataDir: string, log: Logger) {
    this.#file = join(dataDir, 'search.db')
    this.#log = log
    this.#library = openReader(join(dataDir, 'library.db'), log)
    this.#index = this.#open()
  }

  readonly handlers: IndexHandlers = {
    status: () => ({ batch: factOf(this.#files(), 'batch'), complete: factOf(this.#files(), 'complete') === 1 }),
    take: ({ articleIds, batch }) => {
      take(this.#files(), articleIds, batch)
      return {}
    },
    walk: ({ from, batch }) => walk(this.#files(), from, batch, this.#questions.asking ? busySlice : idleSlice),
    find: (question) => this.#questions.find(question),
    similar: ({ articleId, me, limit }) => similar(this.#files(), articleId, me, limit),
    check: () => {
      transaction(this.#index, (tx) => tx.run(`INSERT INTO words (words) VALUES ('integrity-check')`))
      return {}
    },
    reset: () => {
      this.#index.close()
      this.#index = this.#renew()
      this.#questions.forget()
      return {}
    },
    close: () => {
      this.#index.close()
      this.#library.close()
      return {}
    },
  }

  #files(): Files {
    return { library: this.#library, index: this.#index }
  }

  #open(): Database {
    try {
      return openDerived(this.#file, this.#log, indexMigrations)
    } catch (error) {
      if (!isGalleyError(error, 'database_damaged') && !isGalleyError(error, 'database_newer')) throw error
      this.#log.warn('search index put away', { code: error.code })
      return this.#renew()
    }
  }

  #renew(): Database {
    for (const end of ['', '-wal', '-shm']) rmSync(this.#file + end, { force: true })
    return openDerived(this.#file, this.#log, indexMigrations)
  }
}
