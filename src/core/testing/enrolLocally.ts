import { join } from 'node:path'

import { newDeviceId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { silentLogger } from '#shared/log.ts'
import { writeSetting } from '#core/settings/repository.ts'
import { newsroom, person } from './newsroom.ts'

/** Makes `dataDir` the profile of a reporter (`me`) whose desk cannot be reached, for what needs no desk. */
export function enrolLocally(dataDir: string, me: Person = person('reporter', 'reporter')): Person {
  const db = openDatabase(join(dataDir, 'library.db'), silentLogger)
  transaction(db, (tx) => {
    writeSetting(tx, 'enrolment', { person: me, deviceId: newDeviceId(), serverUrl: 'http://127.0.0.1:9' })
    writeSetting(tx, 'newsroom', { newsroom, people: [me], siteUrl: 'http://news.test/' })
    writeSetting(tx, 'paused', true)
  })
  db.close()
  return me
}
