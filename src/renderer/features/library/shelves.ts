import type { LucideIcon } from 'lucide-react'
import { ClipboardPen, Inbox, PencilLine, Send, Stamp, Trash2, Undo2 } from 'lucide-react'

import type { View } from '#shared/contract/rows.ts'
import type { CommandId } from '#shared/commands/table.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'

export interface Shelf {
  view: View
  icon: LucideIcon
  name: MessageKey
  empty: MessageKey
  hint: MessageKey
  command: CommandId
}

const shelf = (view: View, icon: LucideIcon, empty: MessageKey, hint: MessageKey): Shelf => ({
  view,
  icon,
  name: `library.${view}`,
  empty,
  hint,
  command: `view.${view}`,
})

/** In the order of an article's way; the bin last. */
export const shelves: readonly Shelf[] = [
  shelf('mine', PencilLine, 'library.emptyMine', 'library.emptyMineHint'),
  shelf('toReview', ClipboardPen, 'library.emptyToReview', 'library.emptyToReviewHint'),
  shelf('returned', Undo2, 'library.emptyReturned', 'library.emptyReturnedHint'),
  shelf('signedOff', Stamp, 'library.emptySignedOff', 'library.emptySignedOffHint'),
  shelf('published', Send, 'library.emptyPublished', 'library.emptyPublishedHint'),
  shelf('bin', Trash2, 'library.emptyBin', 'library.emptyBinHint'),
]

export const shelfOf = (view: View): Shelf =>
  shelves.find((candidate) => candidate.view === view) ??
  shelf(view, Inbox, 'library.emptyMine', 'library.emptyMineHint')
