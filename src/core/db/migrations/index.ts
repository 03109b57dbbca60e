import type { Migration } from '../migrate.ts'
import { first } from './001-first.ts'
import { history } from './002-history.ts'
import { leanJournal } from './003-lean-journal.ts'
import { sharing } from './004-sharing.ts'
import { searchMarks } from './005-search-marks.ts'
import { shelvesAtScale } from './006-shelves-at-scale.ts'
import { undo } from './007-undo.ts'
import { writtenHere } from './008-written-here.ts'
import { mediaUses } from './009-media-uses.ts'
import { removal } from './010-removal.ts'
import { checksums } from './011-checksums.ts'
import { heldDrafts } from './012-held-drafts.ts'

/** In order, without gaps. */
export const migrations: readonly Migration[] = [
  first,
  history,
  leanJournal,
  sharing,
  searchMarks,
  shelvesAtScale,
  undo,
  writtenHere,
  mediaUses,
  removal,
  checksums,
  heldDrafts,
]
