import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'

const uuid = z.uuid()
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

export const ArticleId = uuid.brand('ArticleId')
export type ArticleId = z.infer<typeof ArticleId>

/** Durable identity of one block of an article body. Lexical's own node keys live for one session only. */
export const BlockId = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/)
  .brand('BlockId')
export type BlockId = z.infer<typeof BlockId>

/** Lower-case hex SHA-256 of a revision's canonical form: see document/revision.ts. */
export const RevisionId = sha256Hex.brand('RevisionId')
export type RevisionId = z.infer<typeof RevisionId>

/** Lower-case hex SHA-256 of a media file's bytes. */
export const MediaHash = sha256Hex.brand('MediaHash')
export type MediaHash = z.infer<typeof MediaHash>

export const PersonId = uuid.brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

/** A desktop enrolled at the desk by one person; it owns one Ed25519 key pair, and is named in every statement signed with it. */
export const DeviceId = uuid.brand('DeviceId')
export type DeviceId = z.infer<typeof DeviceId>

export const PublicationId = uuid.brand('PublicationId')
export type PublicationId = z.infer<typeof PublicationId>

/** Key under which the server stores a change together with its effect, so that sending twice does once. */
export const IdempotencyKey = uuid.brand('IdempotencyKey')
export type IdempotencyKey = z.infer<typeof IdempotencyKey>

/** Identifiers that an administrator chooses: columns, sources, stages. */
export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** Time-ordered, so that rows written together lie together; order itself is never read from it. */
export const newArticleId = (): ArticleId => ArticleId.parse(uuidv7())
export const newBlockId = (): BlockId => BlockId.parse(uuidv7())
export const newPersonId = (): PersonId => PersonId.parse(uuidv7())
export const newDeviceId = (): DeviceId => DeviceId.parse(uuidv7())
export const newPublicationId = (): PublicationId => PublicationId.parse(uuidv7())
export const newIdempotencyKey = (): IdempotencyKey => IdempotencyKey.parse(uuidv7())
