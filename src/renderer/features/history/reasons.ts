import type { LucideIcon } from 'lucide-react'
import {
  CircleX,
  Download,
  FileInput,
  GitFork,
  GitMerge,
  Globe,
  History,
  PenLine,
  RotateCcw,
  Send,
  Check,
  Stamp,
  Undo2,
} from 'lucide-react'

import type { MarkReason, PointReason } from '#shared/domain/history.ts'

/** The picture of each reason; its word is the message of the same name. */
export const reasonIcons: Record<PointReason | MarkReason, LucideIcon> = {
  writing: PenLine,
  imported: FileInput,
  submitted: Send,
  received: Download,
  beforeMerge: GitFork,
  merged: GitMerge,
  beforeRestore: History,
  restored: RotateCcw,
  approved: Check,
  signedOff: Stamp,
  returned: Undo2,
  rejected: CircleX,
  published: Globe,
}

/** The red pencil: verdicts that send a text back, and the one that lets it go. */
export const isMarked = (reason: PointReason | MarkReason): boolean =>
  reason === 'returned' || reason === 'rejected' || reason === 'signedOff'
