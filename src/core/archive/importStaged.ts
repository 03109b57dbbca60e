import { z } from 'zod'

import type { ImportReport } from '#shared/contract/archives.ts'
import { ArticleId } from '#shared/domain/ids.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { openReader } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { insertMedia } from '../media/repository.ts'
import { deskOf } from '../settings/desk.ts'
import { writeSetting } from '../settings/repository.ts'
import { rejudgeAll } from '../sync/applyArticle.ts'
import { noOutcomes } from './stage.ts'
import { stagedLibrary } from './staging.ts'
import type { TakenIn } from './takeIn.ts'
import { takeInArticle } from './takeIn.ts'
import type { CheckedPictures } from './takePictures.ts'

export interface Imported {
  report: ImportReport
  /** Articles that a window may have on its screen and that are different now. */
  changed: ArticleId[]
}

/** Takes the staged library in: all of it or nothing, in one transaction. Its pictures lie in their places already. */
export function importStaged(context: CoreContext, pictures: CheckedPictures): Imported {
  const { db, dataDir, log } = context
  const staged = openReader(stagedLibrary(dataDir), log)
  try {
    const ids = staged.all(z.object({ id: ArticleId }), 'SELECT id FROM articles ORDER BY updated_at, id')
    const desk = deskOf(db)
    const at = now(context)
    const taken = transaction(db, (tx) => {
      for (const picture of pictures.good) insertMedia(tx, { ...picture, atDesk: false })
      const all = ids.map(({ id }) => takeInArticle(tx, staged, id, desk, at))
      if (all.some(({ changed }) => changed.length > 0)) hearOfThem(tx)
      return all
    })
    return { report: reportOf(taken, pictures), changed: taken.flatMap(({ changed }) => changed) }
  } finally {
    staged.close()
  }
}

/** The desk may know more of these than the archive did, and told it when they were not here. */
function hearOfThem(tx: WritableDb): void {
  writeSetting(tx, 'changesSince', 0)
  rejudgeAll(tx)
}

function reportOf(taken: readonly TakenIn[], { good, refused }: CheckedPictures): ImportReport {
  const outcomes = noOutcomes()
  for (const { outcome } of taken) outcomes[outcome] += 1
  return { outcomes, kept: taken.flatMap(({ kept }) => kept), pictures: good.length, refusedPictures: refused }
}
