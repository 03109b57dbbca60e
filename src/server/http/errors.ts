import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

import type { Logger } from '#shared/log.ts'
import { statusOf } from './status.ts'
import { GalleyError, toWire } from '#shared/rpc/errors.ts'

/** Answers every failure as a `WireError`. What nobody expected is logged whole and told to nobody. */
export function errorHandler(log: Logger) {
  return (error: FastifyError | GalleyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const expected = toGalleyError(error)
    if (expected !== null) return reply.code(statusOf(expected.code)).send(toWire(expected))
    const { id, method, url } = request
    log.error('a request failed unexpectedly', { request: id, method, url, error: error.stack ?? String(error) })
    return reply.code(500).send(toWire(error))
  }
}

export const notFoundHandler = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(404).send(toWire(new GalleyError('not_found')))

function toGalleyError(error: FastifyError | GalleyError): GalleyError | null {
  if (error instanceof GalleyError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation
    const path = `${error.validationContext ?? ''}${issue?.instancePath ?? ''}`
    return new GalleyError('invalid_input', { path, reason: issue?.message ?? '' })
  }
  const { statusCode = 500, code } = error
  if (statusCode === 413) return new GalleyError('too_large')
  // Fastify's own complaints: no JSON, no length, a content type that nothing here reads.
  return statusCode >= 400 && statusCode < 500 ? new GalleyError('invalid_input', { reason: code }) : null
}
