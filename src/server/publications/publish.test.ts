import { describe, expect, test } from 'vitest'

import type { Desktop } from '../testing/desktop.ts'
import type { Standing } from '../testing/newsroom.ts'
import {
  completeContent,
  newRevision,
  newsroom,
  signOff,
  submitted,
  sharedNewsroom,
  withDatabase,
} from '../testing/newsroom.ts'
import type { SignedVerdict } from '#shared/domain/verdict.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import type { Stage } from '#shared/domain/newsroom.ts'
import type { Role } from '#shared/domain/roles.ts'

const at = sharedNewsroom()

async function signedOff(): Promise<Standing> {
  const standing = await submitted(at.lin)
  await signOff(standing, [at.chen, at.zhou, at.song])
  return standing
}
const publish = (desktop: Desktop, { articleId, revisionId }: Standing) => desktop.publish(articleId, revisionId)
const publications = ({ articleId }: Standing) =>
  withDatabase(at.dataDir, (store) =>
    store.read((read) => read.selectFrom('publications').select('html').where('articleId', '=', articleId).execute()),
  )
async function refused(standing: Standing, code: string): Promise<void> {
  expect((await publish(at.zhou, standing)).body['code']).toBe(code)
  expect(await publications(standing)).toEqual([])
  const { body } = await at.lin.ask('GET', `/desk/v1/articles/${standing.articleId}/record`)
  const [last] = (body['entries'] as unknown[]).toReversed()
  expect(last).toMatchObject({ event: 'refused', data: { act: 'publish', code } })
}

/** What someone with the database file could write into it. */
const forge = ({ articleId }: Standing, ...verdicts: SignedVerdict[]) =>
  withDatabase(at.dataDir, (store) =>
    store.write(async (tx) => {
      await tx.deleteFrom('verdicts').where('articleId', '=', articleId).execute()
      for (const signed of verdicts) {
        const { revisionId, personId, deviceId } = signed.statement
        const row = { articleId, revisionId, personId, deviceId, receivedAt: '2026-11-23T01:00:00.000Z' }
        await tx
          .insertInto('verdicts')
          .values({ ...row, signed: JSON.stringify(signed) })
          .execute()
      }
    }),
  )
const approvals = (standing: Standing, ...people: Desktop[]): SignedVerdict[] =>
  people.map((desktop, stage) =>
    desktop.signed(desktop.statement({ ...standing, stageId: newsroom.stages[stage]?.id ?? '' })),
  )

/** Gives a person other roles for a while. */
async function withRoles({ person }: Desktop, roles: readonly Role[], meanwhile: () => Promise<void>): Promise<void> {
  const give = (given: readonly Role[]) =>
    withDatabase(at.dataDir, (store) =>
      store.write((tx) =>
        tx
          .updateTable('people')
          .set({ roles: JSON.stringify(given) })
          .where('id', '=', person.id)
          .execute(),
      ),
    )
  await give(roles)
  await meanwhile()
  await give(person.roles)
}

describe('a signed-off revision', () => {
  test('is published once, however often and under however many keys it is asked for', async () => {
    const standing = await signedOff()
    const answers = await Promise.all([at.zhou, at.song, at.zhou].map((desktop) => publish(desktop, standing)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await publications(standing)).toHaveLength(1)
    const { body } = await at.lin.ask('GET', `/desk/v1/articles/${standing.articleId}`)
    expect(body).toMatchObject({ status: { state: 'published' }, receipts: [answers[0]?.body] })
  })

  test('is published by those who may', async () => {
    const standing = await signedOff()
    expect(await publish(at.chen, standing)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    await publish(at.zhou, standing)
    expect((await publish(at.chen, standing)).body['code']).toBe('forbidden')
  })

  test('is the one that is published, not another', async () => {
    const standing = await signedOff()
    const other = await submitted(at.lin, newRevision())
    expect((await at.zhou.publish(standing.articleId, other.revisionId)).body['code']).toBe('stale_revision')
    expect((await at.zhou.publish(newArticleId(), standing.revisionId)).body['code']).toBe('not_found')
  })

  test('whose attribution has run out since is stopped', async () => {
    const { server } = at
    const source = {
      id: 'bay',
      name: '湾区电讯',
      aliases: [],
      site: null,
      licenceTerms: '',
      validFrom: null,
      validUntil: null,
      listed: true,
    }
    await server.newsroom.setNewsroom({ ...newsroom, sources: [source] })
    const content = completeContent({ kind: 'wire' })
    Object.assign(content.fields.attribution, {
      sources: [
        {
          sourceId: 'bay',
          name: '湾区电讯',
          url: '',
          originalTitle: '河堤步道今起开放',
          originalText: '十二公里的河堤步道今天上午向市民开放。',
          originalAuthor: null,
          registryEdition: null,
        },
      ],
      permission: { basis: 'contract', evidence: '合同 7 号' },
    })
    const standing = await submitted(at.lin, newRevision(content))
    await signOff(standing, [at.chen, at.zhou, at.song])
    await server.newsroom.setNewsroom({ ...newsroom, sources: [{ ...source, validUntil: '2026-01-01' }] })
    expect((await publish(at.zhou, standing)).body['code']).toBe('attribution_incomplete')
    await server.newsroom.setNewsroom({ ...newsroom, sources: [source] })
    expect((await publish(at.zhou, standing)).status).toBe(200)
  })
})

test('a sign-off stands when a reviewer has another role since', async () => {
  const standing = await signedOff()
  await withRoles(at.chen, ['proofreader'], async () => {
    expect((await publish(at.zhou, standing)).status).toBe(200)
  })
})

describe('publication refuses', () => {
  test('an approval by somebody who did not have the role', async () => {
    const standing = await signedOff()
    const { server } = at
    const [first, second, final] = newsroom.stages as [Stage, Stage, Stage]
    const stages = [first, second, { ...final, roles: ['proofreader' as const] }]
    await server.newsroom.setNewsroom({ ...newsroom, stages })
    // Having it now is not having had it then.
    await withRoles(at.song, ['proofreader'], () => refused(standing, 'not_signed_off'))
    await server.newsroom.setNewsroom(newsroom)
  })

  test('an approval that the record does not know', async () => {
    const standing = await submitted(at.lin)
    await forge(standing, ...approvals(standing, at.chen, at.zhou, at.song))
    await withDatabase(at.dataDir, (store) =>
      store.write((tx) =>
        tx
          .updateTable('articles')
          .set({ status: JSON.stringify({ state: 'signedOff', revisionId: standing.revisionId }) })
          .where('id', '=', standing.articleId)
          .execute(),
      ),
    )
    await refused(standing, 'not_signed_off')
  })

  test('an article that is still in review', async () => {
    const standing = await submitted(at.lin)
    await signOff(standing, [at.chen, at.zhou])
    await refused(standing, 'not_signed_off')
  })

  test('an article that was only written', async () => {
    const standing = await signedOff()
    await withDatabase(at.dataDir, (store) =>
      store.write((tx) =>
        tx
          .updateTable('articles')
          .set({ status: '{"state":"drafting"}' })
          .where('id', '=', standing.articleId)
          .execute(),
      ),
    )
    await refused(standing, 'not_signed_off')
  })

  test('a status that says signed off without the signatures', async () => {
    const standing = await signedOff()
    await forge(standing, ...approvals(standing, at.chen, at.zhou))
    await refused(standing, 'not_signed_off')
  })

  test('approvals of another revision or article', async () => {
    const standing = await signedOff()
    const other = await submitted(at.lin)
    const elsewhere = approvals({ ...other, revisionId: standing.revisionId }, at.chen, at.zhou, at.song)
    await forge(standing, ...elsewhere)
    await refused(standing, 'not_signed_off')
  })

  test('an approval that someone rewrote', async () => {
    const standing = await signedOff()
    const [first, second, last] = approvals(standing, at.chen, at.zhou, at.song) as [
      SignedVerdict,
      SignedVerdict,
      SignedVerdict,
    ]
    const rewritten = { ...last, statement: { ...last.statement, opinion: '可以' } }
    await forge(standing, first, second, rewritten)
    await refused(standing, 'bad_signature')
  })

  test('an approval with somebody else’s key', async () => {
    const standing = await signedOff()
    const [first, second] = approvals(standing, at.chen, at.zhou) as [SignedVerdict, SignedVerdict]
    const about = { ...standing, stageId: 'final' }
    const forged = at.bai.signed({
      ...at.bai.statement(about),
      personId: at.song.person.id,
      deviceId: at.song.deviceId,
    })
    await forge(standing, first, second, forged)
    await refused(standing, 'bad_signature')
  })

  test('the author among the approvers, and one person for two stages', async () => {
    const standing = await signedOff()
    await forge(standing, ...approvals(standing, at.chen, at.lin, at.song))
    await refused(standing, 'not_signed_off')
  })

  test('a text that was changed after it was signed', async () => {
    const standing = await signedOff()
    await withDatabase(at.dataDir, (store) =>
      store.write(async (tx) => {
        const content = JSON.stringify(completeContent({ headline: '没有签过的标题' }))
        await tx.updateTable('revisions').set({ content }).where('id', '=', standing.revisionId).execute()
      }),
    )
    await refused(standing, 'revision_mismatch')
  })

  test('an approval made with a key that is no longer trusted', async () => {
    const standing = await signedOff()
    await withDatabase(at.dataDir, (store) =>
      store.write((tx) =>
        tx
          .updateTable('devices')
          .set({ revokedAt: '2026-11-23T01:00:00.000Z' })
          .where('id', '=', at.chen.deviceId)
          .execute(),
      ),
    )
    await refused(standing, 'revoked_key')
    await withDatabase(at.dataDir, (store) =>
      store.write((tx) => tx.updateTable('devices').set({ revokedAt: null }).execute()),
    )
  })
})

test('revoking a device sends what counts on it back to its author, and leaves what is published', async () => {
  const reviewer = await at.desktop('chen')
  const pending = await submitted(at.lin)
  await signOff(pending, [reviewer, at.zhou])
  const out = await submitted(at.lin)
  await signOff(out, [reviewer, at.zhou, at.song])
  await publish(at.zhou, out)

  await at.server.newsroom.revokeDevice(reviewer.deviceId)

  const stateOf = async ({ articleId }: Standing) =>
    (await at.lin.ask('GET', `/desk/v1/articles/${articleId}`)).body['status']
  expect(await stateOf(pending)).toEqual({ state: 'returned', revisionId: pending.revisionId })
  expect(await stateOf(out)).toMatchObject({ state: 'published' })
  expect((await at.server.newsroom.verifyRecord()).brokenAt).toBeNull()
})
