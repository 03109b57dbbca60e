import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { etagOf } from './assets.ts'

/** No script at all, and nothing from elsewhere: JSON-LD is data, which a script policy does not concern. */
const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const pageHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const

interface Body {
  type: string
  /** What `etag` names, byte for byte. */
  content: string | Buffer
  etag: string
  /** How long it may be shown without asking again, in seconds. */
  maxAge: number
}

/** Answers with the content, or with 304 when the reader has it already. */
export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, content, etag, maxAge }: Body,
): FastifyReply {
  reply.headers({ ...pageHeaders, etag, 'cache-control': `public, max-age=${maxAge}` })
  if (holds(request, etag)) return reply.code(304).send()
  return reply.type(type).send(content)
}

export const html = 'text/html; charset=utf-8'

/** Something rendered for this request. */
export const sendRendered = (
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  content: string,
): FastifyReply =>
  send(request, reply, { type, content, etag: etagOf(createHash('sha256').update(content).digest('hex')), maxAge: 30 })

/** `If-None-Match` names the tag; RFC 9110 compares it weakly. */
export function holds(request: FastifyRequest, etag: string): boolean {
  const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}
