import type { z } from 'zod'

import { desk } from '#shared/protocol/routes.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import { storeNewsroom } from '../settings/newsroom.ts'
import { applyArticle, rejudgeAll } from './applyArticle.ts'
import type { Session } from './session.ts'
import { doubtWhatWasLost, hasSetBack, heardAllAgain, hearAllAgain } from './setBack.ts'

type Page = z.output<typeof desk.changes.response>

/**
 * Asks what changed at the desk, holding the question open for up to `wait` seconds, and takes it over together with
 * the place in the feed: after a crash it is asked for again or it is here, never half. Answers whether anything came.
 */
export async function receiveChanges(
  context: CoreContext,
  session: Session,
  wait: number,
  signal: AbortSignal,
): Promise<boolean> {
  const since = readSetting(context.db, 'changesSince') ?? 0
  const page = await askForChanges(session, since, wait, signal)
  if (page.seq < since) {
    context.log.warn('the desk was set back to an older state', { since, seq: page.seq })
    transaction(context.db, hearAllAgain)
    return true
  }
  if (page.seq === since && page.changes.length === 0) {
    if (hasSetBack(context.db)) transaction(context.db, (tx) => heardAllAgain(tx, page.seq))
    return false
  }
  await takeOver(context, session, since, page, signal)
  return true
}

const askForChanges = (session: Session, since: number, wait: number, signal: AbortSignal): Promise<Page> =>
  session.authorised(signal, (token) =>
    session.client.call(desk.changes, { query: { since, wait } }, { signal, token, timeout: (wait + 15) * 1000 }),
  )

async function takeOver(
  context: CoreContext,
  session: Session,
  since: number,
  page: Page,
  signal: AbortSignal,
): Promise<void> {
  const { db, emit } = context
  const newsroomChanged = page.changes.some(({ what }) => what === 'newsroom')
  const newsroom = newsroomChanged ? await askForNewsroom(session, signal) : null
  const articles = page.changes.flatMap((change) => (change.what === 'article' ? [change.article] : []))
  transaction(db, (tx) => {
    if (hasSetBack(tx)) for (const article of articles) doubtWhatWasLost(tx, article)
    for (const article of articles) applyArticle(tx, article)
    if (newsroom !== null) {
      storeNewsroom(tx, newsroom)
      rejudgeAll(tx)
    }
    // Somebody may have asked in the meantime for the feed to be read anew: that stands.
    if ((readSetting(tx, 'changesSince') ?? 0) === since) writeSetting(tx, 'changesSince', page.seq)
  })
  if (newsroom !== null) emit('settings.newsroomChanged', {})
  for (const { articleId } of articles) emit('articles.changed', { articleId })
}

export const askForNewsroom = (session: Session, signal: AbortSignal) =>
  session.authorised(signal, (token) => session.client.call(desk.newsroom, {}, { signal, token }))
