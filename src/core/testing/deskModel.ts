import { createPublicKey, randomUUID, verify } from 'node:crypto'

import { mediaOf } from '#shared/document/content.ts'
import { canonicalBytes } from '#shared/document/canonical.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId as idOf } from '#shared/document/revision.ts'
import { headsOf, lineOf } from '#shared/document/line.ts'
import type { DeskArticle, Receipt } from '#shared/domain/article.ts'
import { writesIn } from '#shared/domain/article.ts'
import type { ArticleId, MediaHash, PersonId, RevisionId } from '#shared/domain/ids.ts'
import { newPublicationId } from '#shared/domain/ids.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import type { SignedVerdict } from '#shared/domain/verdict.ts'
import { statementBytes } from '#shared/domain/verdict.ts'
import { decide, submit } from '#shared/domain/workflow.ts'
import type { LineEntry } from '#shared/protocol/revisions.ts'
import type { TokenStatement } from '#shared/protocol/routes.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { newsroom, password } from './newsroom.ts'

interface Device {
  personId: Person['id']
  publicKey: string
  revoked: boolean
}

/** The effects of a desk, in memory: real hashes, real signatures, real workflow, and nothing else of a server. */
export class DeskModel {
  readonly people: Person[]
  newsroom: Newsroom = newsroom
  readonly articles = new Map<string, DeskArticle>()
  readonly revisions = new Map<string, Revision & { authorId: Person['id'] }>()
  readonly media = new Map<string, { bytes: Uint8Array; mimeType: string }>()
  readonly devices = new Map<string, Device>()
  readonly tokens = new Map<string, string>()
  /** `working`: told to those who write in the article only, and to `also`. */
  readonly log: { seq: number; articleId: ArticleId | null; working: boolean; also?: PersonId }[] = []
  readonly lines = new Map<string, LineEntry[]>()
  /** What was done, in order: each effect once, however often it was asked for. */
  readonly effects: string[] = []

  constructor(people: Person[]) {
    this.people = people
  }

  get seq(): number {
    return this.log.length
  }

  /** A backup of what the desk knows now; the answer sets it back to that. People, devices and `effects` stay. */
  backUp(): () => void {
    const articles = [...this.articles]
    const revisions = [...this.revisions]
    const lines = [...this.lines]
    const media = [...this.media]
    const seq = this.seq
    return () => {
      refill(this.articles, articles)
      refill(this.revisions, revisions)
      refill(this.lines, lines)
      refill(this.media, media)
      this.log.length = seq
    }
  }

  enrol(account: string, given: string, deviceId: string, publicKey: string): Person {
    const person = this.people.find((known) => known.account === account)
    if (person === undefined || given !== password) throw new GalleyError('wrong_password')
    this.devices.set(deviceId, { personId: person.id, publicKey, revoked: false })
    return person
  }

  token(statement: TokenStatement, signature: string): string {
    const device = this.#device(statement.deviceId)
    if (!verifies(device, canonicalBytes(statement), signature)) throw new GalleyError('bad_signature')
    const token = randomUUID()
    this.tokens.set(token, statement.deviceId)
    return token
  }

  caller(token: string): Person {
    const device = this.devices.get(this.tokens.get(token) ?? '')
    if (device === undefined || device.revoked) throw new GalleyError('unauthenticated')
    return this.#person(device.personId)
  }

  putRevision(me: Person, articleId: ArticleId, id: RevisionId, revision: Omit<Revision, 'articleId'>): LineEntry {
    const whole = { articleId, ...revision }
    if (idOf(whole) !== id) throw new GalleyError('revision_mismatch')
    const missing = mediaOf(revision.content).find((media) => !this.media.has(media))
    if (missing !== undefined) throw new GalleyError('media_missing', { media: missing })
    const before = this.articles.get(articleId)
    if (before !== undefined && !writesIn(before, me.id)) throw new GalleyError('forbidden', { needs: 'author' })
    const line = this.line(articleId)
    const known = line.find(({ revisionId }) => revisionId === id)
    if (known !== undefined) return known
    const orphan = revision.parents.find((parent) => !this.revisions.has(parent))
    if (orphan !== undefined) throw new GalleyError('not_found', { parent: orphan })
    this.revisions.set(id, { ...whole, authorId: me.id })
    const { parents } = revision
    const entry: LineEntry = { seq: line.length + 1, revisionId: id, parents, writerId: me.id, storedAt: at() }
    this.lines.set(articleId, [...line, entry])
    const { slug, headline, columnId, kind } = revision.content.fields
    const fresh = { articleId, authorId: me.id, coWriters: [], writers: [], verdicts: [], receipts: [] }
    const article = before ?? { ...fresh, status: { state: 'drafting' as const } }
    const heads = headsOf([id, ...(before?.heads ?? [])], this.#parentsOf)
    const writers = [...new Set([...article.writers, me.id])].filter((writer) => writer !== article.authorId)
    const written = { ...article, writers, heads, slug, headline, columnId, kind, updatedAt: at() }
    this.#write(written, `revision ${id}`, true)
    return entry
  }

  line(articleId: ArticleId): LineEntry[] {
    return this.lines.get(articleId) ?? []
  }

  setCoWriter(me: Person, articleId: ArticleId, personId: PersonId, writes: boolean): DeskArticle {
    const article = this.article(articleId)
    if (article.authorId !== me.id) throw new GalleyError('forbidden', { needs: 'author' })
    const others = article.coWriters.filter((id) => id !== personId)
    const coWriters = writes ? [...others, personId] : others
    const writers = [...new Set([...article.writers, ...coWriters])]
    return this.#write({ ...article, coWriters, writers }, `coWriter ${String(writes)}`, true, personId)
  }

  /** The article as this person is told of it: the working line is for those who write there. */
  seenBy(articleId: ArticleId, { id }: Person): DeskArticle {
    const article = this.article(articleId)
    return writesIn(article, id) ? article : { ...article, heads: [] }
  }

  submit(articleId: ArticleId, revisionId: RevisionId): DeskArticle {
    const article = this.article(articleId)
    if (!this.revisions.has(revisionId)) throw new GalleyError('not_found')
    const line = lineOf([revisionId], this.#parentsOf)
    const heads = article.heads.filter((head) => !line.has(head))
    if (heads.length > 0) throw new GalleyError('unmerged_heads', { heads })
    const status = submit(review(article), this.newsroom.stages, revisionId)
    return this.#write({ ...article, status }, `submit ${revisionId}`)
  }

  verdict(articleId: ArticleId, signed: SignedVerdict): DeskArticle {
    const article = this.article(articleId)
    const device = this.#device(signed.statement.deviceId)
    if (!verifies(device, statementBytes(signed.statement), signed.signature)) throw new GalleyError('bad_signature')
    const status = decide(review(article), this.newsroom.stages, this.#person(device.personId), signed.statement)
    return this.#write(
      { ...article, status, verdicts: [...article.verdicts, signed] },
      `verdict ${signed.statement.verdict}`,
    )
  }

  publish(me: Person, articleId: ArticleId, revisionId: RevisionId): Receipt {
    const article = this.article(articleId)
    if (article.status.state !== 'signedOff' || article.status.revisionId !== revisionId) {
      throw new GalleyError('not_signed_off')
    }
    const publicationId = newPublicationId()
    const url = `http://news.test/${articleId}`
    const receipt: Receipt = {
      publicationId,
      articleId,
      revisionId,
      channel: 'site',
      url,
      publishedAt: at(),
      publishedBy: me.id,
      pageHash: '0'.repeat(64),
    }
    const status = { state: 'published' as const, revisionId, publicationId }
    this.#write({ ...article, status, receipts: [...article.receipts, receipt] }, `publish ${revisionId}`)
    return receipt
  }

  putMedia(hash: MediaHash, bytes: Uint8Array, mimeType: string): void {
    if (this.media.has(hash)) return
    this.media.set(hash, { bytes, mimeType })
    this.effects.push(`media ${hash}`)
  }

  article(articleId: string): DeskArticle {
    const article = this.articles.get(articleId)
    if (article === undefined) throw new GalleyError('not_found')
    return article
  }

  return(articleId: ArticleId): void {
    const article = this.article(articleId)
    if (article.status.state !== 'inReview') throw new GalleyError('wrong_state')
    this.#write({ ...article, status: { state: 'returned', revisionId: article.status.revisionId } }, 'return')
  }

  changeNewsroom(newsroom: Newsroom): void {
    this.newsroom = newsroom
    this.log.push({ seq: this.seq + 1, articleId: null, working: false })
  }

  readonly #parentsOf = (id: RevisionId): readonly RevisionId[] => this.revisions.get(id)?.parents ?? []

  #write(written: Omit<DeskArticle, 'seq'>, effect: string, working = false, also?: PersonId): DeskArticle {
    const article: DeskArticle = { ...written, seq: this.seq + 1 }
    const { seq, articleId } = article
    this.articles.set(articleId, article)
    this.log.push({ seq, articleId, working, ...(also === undefined ? {} : { also }) })
    this.effects.push(effect)
    return article
  }

  #device(deviceId: string): Device {
    const device = this.devices.get(deviceId)
    if (device === undefined) throw new GalleyError('unauthenticated')
    if (device.revoked) throw new GalleyError('revoked_key')
    return device
  }

  #person(id: Person['id']): Person {
    const person = this.people.find((known) => known.id === id)
    if (person === undefined) throw new GalleyError('unauthenticated')
    return person
  }
}

function refill<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}

const at = () => new Date().toISOString()

const review = ({ authorId, writers, status, verdicts }: DeskArticle) => ({
  authorId,
  writers,
  status,
  verdicts: verdicts.map(({ statement }) => statement),
})

const verifies = ({ publicKey }: Device, bytes: Uint8Array, signature: string): boolean =>
  verify(
    null,
    bytes,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  )
