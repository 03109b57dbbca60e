import type { GeneratedAlways } from 'kysely'

import type {
  ArticleId,
  DeviceId,
  IdempotencyKey,
  MediaHash,
  PersonId,
  PublicationId,
  RevisionId,
} from '#shared/domain/ids.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { RecordEntry } from '#shared/protocol/record.ts'

/** JSON in a text column: written with JSON.stringify, and parsed by its schema when it is read. */
export type Json = string

/** Rows of the server's database. Only types that SQLite and PostgreSQL share: text, integers and bytes. */
export interface Tables {
  newsroom: { id: 1; settings: Json }

  people: { id: PersonId; account: string; name: string; roles: Json; passwordHash: string }
  devices: {
    id: DeviceId
    personId: PersonId
    name: string
    publicKey: string
    enrolledAt: Instant
    revokedAt: Instant | null
  }
  challenges: { challenge: string; deviceId: DeviceId; expiresAt: Instant }
  /** `hash` is of the bearer token, which is nowhere else than at the desktop. */
  tokens: { hash: string; deviceId: DeviceId; expiresAt: Instant }

  articles: {
    id: ArticleId
    authorId: PersonId
    slug: string
    headline: string
    columnId: string | null
    kind: ArticleKind
    status: Json
    updatedAt: Instant
  }
  revisions: {
    id: RevisionId
    articleId: ArticleId
    /** The n-th of its article, from 1. */
    seq: number
    /** Who uploaded it first. */
    authorId: PersonId
    parents: Json
    /** Empty for one that is packed. */
    content: Json
    storedAt: Instant
    /** When it was first handed to review; until then only those who write in the article may read it. */
    submittedAt: Instant | null
    pack: number | null
    packStart: number | null
    packEnd: number | null
  }
  /** Many texts of one article, one behind the other in UTF-8, compressed with brotli. */
  packs: { id: GeneratedAlways<number>; articleId: ArticleId; body: Uint8Array }
  /** Revisions that no other revision continues. */
  heads: { articleId: ArticleId; revisionId: RevisionId }
  coWriters: { articleId: ArticleId; personId: PersonId; since: Instant }
  verdicts: {
    seq: GeneratedAlways<number>
    articleId: ArticleId
    revisionId: RevisionId
    personId: PersonId
    deviceId: DeviceId
    signed: Json
    receivedAt: Instant
  }
  media: { hash: MediaHash; mimeType: string; bytes: number; storedBy: PersonId; storedAt: Instant }

  publications: {
    id: PublicationId
    articleId: ArticleId
    revisionId: RevisionId
    channel: 'site'
    /** Below the site’s root; see site/paths.ts. */
    path: string
    columnId: string | null
    publishedAt: Instant
    receipt: Json
    /** What lists and feeds show of it. */
    entry: Json
    html: string
  }
  /** What a publication shows: files that were made for readers. */
  renditions: {
    publicationId: PublicationId
    hash: MediaHash
    original: MediaHash
    mimeType: string
    width: number
    height: number
    bytes: number
  }
  /** Of pages from before there were renditions, which name originals: see publications/oldPages.ts. */
  publicationMedia: { publicationId: PublicationId; hash: MediaHash }

  record: Omit<RecordEntry, 'data'> & { data: Json }
  operations: {
    personId: PersonId
    key: IdempotencyKey
    fingerprint: string
    status: number
    body: Json
    at: Instant
  }
  /** Order of everything that desktops have to hear about. `articleId` is null for the newsroom's own settings. */
  changes: {
    seq: GeneratedAlways<number>
    articleId: ArticleId | null
    /** 1: of the working line, and told to those who write in the article only. */
    working: 0 | 1
    /** Told to this person only. */
    personId: PersonId | null
  }
}
