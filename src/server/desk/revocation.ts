import { findDevice, revokeDevice } from '../accounts/devices.ts'
import { findPerson } from '../accounts/people.ts'
import type { Readable, Writable } from '../storage/open.ts'
import { loadArticles, moveArticle } from './articles.ts'
import { appendRecord } from './record.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import type { DeviceId } from '#shared/domain/ids.ts'
import { toInstant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/**
 * Stops trusting a device. Nobody can tell which of its signatures its owner made, so articles that count on one and are
 * not before readers yet go back to their authors, to be submitted and judged again; what is published stays. Without
 * this they could never be published, because publication verifies every key. Throws `not_found`.
 */
export async function withdrawTrust(tx: Writable, id: DeviceId, now: Date): Promise<void> {
  const device = await findDevice(tx, id)
  if (device === null) throw new GalleyError('not_found', { deviceId: id })
  const at = toInstant(now)
  await revokeDevice(tx, id, at)
  const person = await findPerson(tx, device.personId)
  if (person === null) throw new TypeError('a device belongs to a person')
  for (const { articleId, revisionId } of await countingOn(tx, id)) {
    const data = { act: 'signOff', code: 'revoked_key' }
    await appendRecord(tx, { person, deviceId: id }, { articleId, event: 'refused', at, revisionId, data })
    await moveArticle(tx, articleId, { state: 'returned', revisionId }, at)
  }
}

async function countingOn(read: Readable, id: DeviceId) {
  const rows = await read.selectFrom('verdicts').select('articleId').distinct().where('deviceId', '=', id).execute()
  const articles = await loadArticles(
    read,
    rows.map(({ articleId }) => articleId),
  )
  return articles.flatMap(({ articleId, status, verdicts }) => {
    const pending = status.state === 'inReview' || status.state === 'signedOff'
    return pending && verdicts.some(isBy(id, status.revisionId)) ? [{ articleId, revisionId: status.revisionId }] : []
  })
}

const isBy =
  (id: DeviceId, revisionId: string) =>
  ({ statement }: DeskArticle['verdicts'][number]): boolean =>
    statement.deviceId === id && statement.revisionId === revisionId
