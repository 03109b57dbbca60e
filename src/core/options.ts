import type { CoreEmit } from '#shared/contract/core.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { Logger } from '#shared/log.ts'
import type { Pictures } from '#pictures/contract.ts'
import type { Instance } from './db/profileLock.ts'
import type { Later } from './journal/compaction.ts'
import type { SecretStore } from './secrets.ts'
import type { Patience } from './sync/deskClient.ts'
import type { After } from './timers.ts'

/** What a core is opened with. */
export interface CoreOptions {
  /** The profile: one folder for one person. Made when it is not there. */
  readonly dataDir: string
  readonly secrets: SecretStore
  /** What decodes pictures. Without it, a core starts a process of its own for that. */
  readonly pictures?: Pictures
  readonly log: Logger
  readonly clock?: Clock
  readonly fetch?: typeof globalThis.fetch
  /** What this instance wants a second one on the same folder to know: that gets it in `profile_in_use`. */
  readonly instance?: Instance
  /** Told of every event besides the windows: hosts show some of them outside of a window. */
  readonly onEvent?: CoreEmit
  /** How long to wait for the desk. Tests are less patient. */
  readonly patience?: Partial<Patience>
  readonly after?: After
  /** When journals are folded. */
  readonly later?: Later
  /** The program of the thread that makes backups, where core is bundled. */
  readonly backupThread?: string
  /** The program of the thread that writes and reads archives, where core is bundled. */
  readonly archiveThread?: string
  /** The program of the thread that holds the search index, where core is bundled. */
  readonly searchThread?: string
  /** Closes this core and starts another one in its place, which repairs a library that was found damaged. */
  readonly restart?: () => void
}
