import { createReadStream } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { etagOf } from './assets.ts'
import { holds } from './reply.ts'
import type { StoredMedia } from './store.ts'

/** Pictures that browsers show without being able to run anything; whatever else was stored is a download. */
const shown = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/** A file whose address is its hash: it never changes and is asked for once. */
export function sendMedia(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, hash, mimeType, size }: StoredMedia,
): FastifyReply {
  const isShown = shown.has(mimeType)
  const etag = etagOf(hash)
  reply.headers({
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': isShown ? 'inline' : 'attachment',
    'cross-origin-resource-policy': 'cross-origin',
  })
  if (holds(request, etag)) return reply.code(304).send()
  return reply
    .type(isShown ? mimeType : 'application/octet-stream')
    .header('content-length', size)
    .send(createReadStream(path))
}
