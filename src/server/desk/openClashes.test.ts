import { expect, test } from 'vitest'

import { completeContent, newRevision, newsroom, sharedNewsroom, withDatabase } from '../testing/newsroom.ts'
import { moveArticle } from './articles.ts'
import { appendRecord } from './record.ts'
import type { BodyClash } from '#shared/document/blocks.ts'
import { paragraph } from '#shared/document/make.ts'
import { revisionId } from '#shared/document/revision.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { newBlockId } from '#shared/domain/ids.ts'

const at = sharedNewsroom()
const when = '2026-11-23T01:00:00.000Z'

/** A revision that holds two versions of a sentence, at the desk but not in review. */
async function undecided() {
  const clash: BodyClash = {
    type: 'clash',
    version: 1,
    $: { id: newBlockId() },
    of: 'body',
    versions: [
      { who: at.lin.person.id, when, blocks: [paragraph('步道长十二公里。')] },
      { who: at.bai.person.id, when, blocks: [] },
    ],
  }
  const revision = newRevision(completeContent({}, [...completeContent().blocks, clash]))
  await at.lin.putRevision(revision)
  return { articleId: revision.articleId, revisionId: revisionId(revision) }
}

/** What someone with the database file could write into it. */
const forge = (
  { articleId }: { articleId: Awaited<ReturnType<typeof undecided>>['articleId'] },
  status: ArticleStatus,
) => withDatabase(at.dataDir, (store) => store.write((tx) => moveArticle(tx, articleId, status, when)))

const refusal = { status: 422, body: { code: 'open_clashes', details: { count: 1 } } }

test('an article with open clashes is not taken into review, whatever the desktop found', async () => {
  const { articleId, revisionId } = await undecided()
  expect(await at.lin.submit(articleId, revisionId)).toMatchObject(refusal)
})

test('open clashes can be returned, and never approved', async () => {
  const standing = await undecided()
  const stageId = newsroom.stages[0]?.id ?? ''
  await forge(standing, { state: 'inReview', revisionId: standing.revisionId, stageId })
  const statement = at.chen.statement({ ...standing, stageId })
  expect(await at.chen.judge(statement)).toMatchObject(refusal)
  expect((await at.chen.judge({ ...statement, verdict: 'return', opinion: '两版并存' })).status).toBe(200)
})

test('open clashes are never published, though everyone signed', async () => {
  const standing = await undecided()
  await forge(standing, { state: 'signedOff', revisionId: standing.revisionId })
  await withDatabase(at.dataDir, (store) =>
    store.write(async (tx) => {
      for (const [stage, desktop] of [at.chen, at.zhou, at.song].entries()) {
        const signed = desktop.signed(desktop.statement({ ...standing, stageId: newsroom.stages[stage]?.id ?? '' }))
        const { articleId, revisionId, personId, deviceId } = signed.statement
        const row = { articleId, revisionId, personId, deviceId, receivedAt: when, signed: JSON.stringify(signed) }
        await tx.insertInto('verdicts').values(row).execute()
        const data = { ...signed.statement, roles: desktop.person.roles, signedAt: when, signature: signed.signature }
        await appendRecord(tx, desktop, { articleId, event: 'verdictGiven', at: when, revisionId, data })
      }
    }),
  )
  expect(await at.zhou.publish(standing.articleId, standing.revisionId)).toMatchObject(refusal)
})
