import type { ChangeFeed } from '../desk/changes.ts'
import type { MediaFolder } from '../desk/mediaFolder.ts'
import type { Pictures } from '#pictures/contract.ts'
import type { Logger } from '#shared/log.ts'
import type { Store } from '../storage/open.ts'
import type { Clock } from '#shared/domain/time.ts'

/** What the routes of the desk work with. */
export interface DeskContext {
  store: Store
  feed: ChangeFeed
  media: MediaFolder
  pictures: Pictures
  clock: Clock
  log: Logger
  /** Origin of the site. Known once the server listens. */
  siteUrl: () => string
}
