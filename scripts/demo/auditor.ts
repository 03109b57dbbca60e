import { generateKeyPairSync, sign } from 'node:crypto'

import { DeskClient, ordinaryPatience } from '#core/sync/deskClient.ts'
import { canonicalBytes } from '#shared/document/canonical.ts'
import type { DeskArticle } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newDeviceId } from '#shared/domain/ids.ts'
import type { RecordEntry } from '#shared/protocol/record.ts'
import { desk } from '#shared/protocol/routes.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { Credentials } from './desktop.ts'

/** Asks the desk itself what it knows, so that nothing has to be believed of a desktop. */
export interface Auditor {
  /** Null when the desk has never heard of the article. */
  article(articleId: ArticleId): Promise<DeskArticle | null>
  record(articleId: ArticleId): Promise<RecordEntry[]>
}

export async function openAuditor({ account, password, serverUrl }: Credentials): Promise<Auditor> {
  const client = new DeskClient(serverUrl, fetch, ordinaryPatience)
  const { signal } = new AbortController()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const deviceId = newDeviceId()
  const raw = publicKey.export({ format: 'jwk' }).x ?? ''
  const registration = { account, password, deviceName: 'demo', deviceId, publicKey: raw }
  await client.call(desk.enrol, { body: registration }, { signal })
  const { challenge } = await client.call(desk.challenge, { body: { deviceId } }, { signal })
  const statement = { domain: 'galley/token/1', deviceId, challenge } as const
  const signature = sign(null, canonicalBytes(statement), privateKey).toString('base64url')
  const { token } = await client.call(desk.token, { body: { statement, signature } }, { signal })
  const envelope = { signal, token }
  return {
    async article(articleId) {
      try {
        return await client.call(desk.article, { params: { articleId } }, envelope)
      } catch (error) {
        if (isGalleyError(error, 'not_found')) return null
        throw error
      }
    },
    async record(articleId) {
      return (await client.call(desk.record, { params: { articleId } }, envelope)).entries
    },
  }
}
