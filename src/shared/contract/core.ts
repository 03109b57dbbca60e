import type { Calls, Contract, Emit, EventName, EventPayload, Handlers } from '../rpc/contract.ts'
import { archives } from './archives.ts'
import { articles } from './articles.ts'
import { backups } from './backups.ts'
import { bin } from './bin.ts'
import { history } from './history.ts'
import { media } from './media.ts'
import { recovery } from './recovery.ts'
import { review } from './review.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { sharing } from './sharing.ts'
import { sync } from './sync.ts'

/** Everything that a window may ask of the core of its profile. */
export const coreContract = {
  archives,
  articles,
  backups,
  bin,
  history,
  media,
  recovery,
  review,
  search,
  settings,
  sharing,
  sync,
} as const satisfies Contract

export type CoreContract = typeof coreContract
export type CoreHandlers = Handlers<CoreContract>
export type CoreCalls = Calls<CoreContract>
export type CoreEmit = Emit<CoreContract>
export type CoreEvent = EventName<CoreContract>
export type CoreEventPayload<N extends CoreEvent> = EventPayload<CoreContract, N>
