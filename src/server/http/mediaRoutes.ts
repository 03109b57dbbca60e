import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { z } from 'zod'

import { findMedia, noteMedia } from '../desk/media.ts'
import { authenticate, callerFrom } from './auth.ts'
import type { DeskContext } from './context.ts'
import { deskPrefix } from './deskRoutes.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { may } from '#shared/domain/roles.ts'
import { toInstant } from '#shared/domain/time.ts'
import { maxMediaBytes, mediaRoute } from '#shared/protocol/media.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** Pictures as raw bytes, at the address that is their hash. */
export function registerMediaRoutes(app: FastifyInstance, { store, media, clock }: DeskContext): void {
  const url = mediaRoute.slice(deskPrefix.length)
  const onRequest = authenticate(store, clock)
  // Bytes are streamed to disk whatever the sender calls them.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  app.put(url, { onRequest, schema: { summary: 'Stores a picture' } }, async (request, reply) => {
    const { person } = callerFrom(request)
    if (!may(person.roles, 'write')) throw new GalleyError('forbidden', { needs: 'write' })
    const hash = hashOf(request)
    if (Number(request.headers['content-length'] ?? 0) > maxMediaBytes) {
      throw new GalleyError('too_large', { limit: maxMediaBytes })
    }
    const known = await store.read((read) => findMedia(read, hash))
    if (known !== null && (await isThere(media.pathOf(hash)))) return reply.code(200).send({ hash })
    const file = await media.store(hash, bodyOf(request))
    await store.write((tx) => noteMedia(tx, { hash, ...file, storedBy: person.id, storedAt: toInstant(clock()) }))
    return reply.code(201).send({ hash })
  })

  const answer =
    (send: (reply: FastifyReply, path: string) => FastifyReply) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const hash = hashOf(request)
      const file = await store.read((read) => findMedia(read, hash))
      if (file === null) throw new GalleyError('not_found', { media: hash })
      reply.headers({ 'content-length': file.bytes, 'cache-control': 'private, max-age=31536000, immutable' })
      return send(reply.type(file.mimeType), media.pathOf(hash))
    }
  const options = { onRequest, exposeHeadRoute: false }
  app.head(
    url,
    { ...options, schema: { hide: true } },
    answer((reply) => reply.send()),
  )
  app.get(
    url,
    { ...options, schema: { summary: 'A picture' } },
    answer((reply, path) => reply.send(createReadStream(path))),
  )
}

function hashOf({ params }: FastifyRequest): MediaHash {
  const parsed = z.object({ hash: MediaHash }).safeParse(params)
  if (!parsed.success) throw new GalleyError('invalid_input', { path: 'params/hash' })
  return parsed.data.hash
}

/** The parser above hands on the stream itself; a request without a body has none. */
function bodyOf({ body }: FastifyRequest): Readable {
  if (body === undefined || body === null) throw new GalleyError('invalid_input', { path: 'body' })
  return body as Readable
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
