import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { PictureBlock } from '#shared/document/blocks.ts'
import type { TextCount } from '#shared/document/count.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { JournalCore, SaveState } from './Autosave.ts'
import type { Notice } from './Notices.ts'
import type { Timers } from './timers.ts'

/** What a screen shows of a draft. Never changed in place: a new one is the sign that something is different. */
export interface DraftSnapshot {
  readonly fields: ArticleFields
  readonly save: SaveState
  /** Of the body. Follows the typing at a distance of idle time. */
  readonly counts: TextCount
  readonly editable: boolean
  /** Places that have several versions. */
  readonly clashes: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What has to be said of the text for a while, or null. */
  readonly notice: Notice | null
}

/** The title lines and the rest of an article's fields, without its attribution. */
export type PlainFields = Omit<ArticleFields, 'attribution'>

/** What people say about a picture. */
export type PictureDetails = Pick<PictureBlock, 'alt' | 'caption' | 'credit' | 'rights' | 'source'>

export interface DraftOptions {
  article: Pick<ArticleDetail, 'articleId' | 'content' | 'version' | 'savedAt' | 'editable'>
  core: JournalCore
  /** Core holds another text than the words here stand on: it has to be read, and given to `take`. */
  onBehind?: () => void
  /** Who writes here: named beside words that clash with somebody else's. */
  me?: () => PersonId | null
  timers?: Timers
}
