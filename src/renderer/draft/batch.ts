import type { JournalOp } from '#shared/document/journal.ts'
import type { UndoEvent } from '#shared/document/undo.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { JournalCore, SaveState } from './Autosave.ts'
import type { Timers } from './timers.ts'
import type { UndoStack } from './UndoStack.ts'

/** Sent as it is until it is answered: `step` lets core recognise a batch whose first acknowledgement was lost. */
export interface Batch {
  step: string
  /** The version that it stands on. */
  base: number
  ops: JournalOp[]
  undo: UndoEvent[]
  /** Everything up to this count of typed steps is on disk once the batch is. */
  upTo: number
}

export interface AutosaveOptions {
  articleId: ArticleId
  core: JournalCore
  /** The draft's, as it was opened. */
  version: number
  savedAt: Instant
  timers: Timers
  onState: (state: SaveState) => void
  /** What undo needs rides along with the words, so that both are on disk or neither. */
  undo: Pick<UndoStack, 'takeEvents' | 'putBack'>
  /** Core has these on disk. */
  onStored: (ops: readonly JournalOp[]) => void
  /** Core holds a text that these words do not stand on: it has to be taken in before anything more is saved. */
  onBehind: () => void
  /** Nothing is under way, and it is known of every step whether core has it. */
  onSettled: () => void
}
