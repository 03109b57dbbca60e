import { z } from 'zod'

import { canonicalBytes } from '../document/canonical.ts'
import { ArticleId, DeviceId, PersonId, RevisionId, Slug } from './ids.ts'
import { Instant } from './time.ts'

/** 审稿结论: approve 通过, return 退改, reject 退稿. Approving at the last stage is the sign-off 签发. */
export const VerdictKind = z.enum(['approve', 'return', 'reject'])
export type VerdictKind = z.infer<typeof VerdictKind>

/**
 * What a reviewer signs. It names the revision by its hash, so that it cannot be used for other words, and article,
 * stage and person, so that it cannot be used in another place. The domain tag keeps a signature made for one purpose
 * from being valid for another.
 */
export const VerdictStatement = z.strictObject({
  domain: z.literal('galley/verdict/1'),
  articleId: ArticleId,
  revisionId: RevisionId,
  stageId: Slug,
  personId: PersonId,
  verdict: VerdictKind,
  /** 审稿意见. Required, when not approving. */
  opinion: z.string().max(10_000),
  /** By the reviewer's clock; shown to people, never used for order. */
  at: Instant,
  deviceId: DeviceId,
})
export type VerdictStatement = z.infer<typeof VerdictStatement>

/** Base64url of the 64 bytes of an Ed25519 signature over the statement's canonical bytes. */
export const Signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/)

export const SignedVerdict = z.strictObject({ statement: VerdictStatement, signature: Signature })
export type SignedVerdict = z.infer<typeof SignedVerdict>

export const statementBytes = (statement: VerdictStatement): Uint8Array => canonicalBytes(statement)
