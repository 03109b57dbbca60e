import type { CoreEmit } from '#shared/contract/core.ts'
import type { Clock, Instant } from '#shared/domain/time.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { Database } from './db/database.ts'
import type { Logger } from '#shared/log.ts'

/** What every area works with. */
export interface CoreContext {
  readonly db: Database
  /** Everything of the profile lies in this folder. */
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Logger
  /** Tells the windows. After the commit, never before. */
  readonly emit: CoreEmit
}

export const now = ({ clock }: CoreContext): Instant => toInstant(clock())
