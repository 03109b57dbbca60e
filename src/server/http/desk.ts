import type { FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'

import type { DeskContext } from './context.ts'
import { deskPrefix, registerDeskRoutes } from './deskRoutes.ts'
import { errorHandler, notFoundHandler } from './errors.ts'
import type { Limits } from './limits.ts'
import { registerLimits } from './limits.ts'
import { registerMediaRoutes } from './mediaRoutes.ts'
import { registerOpenApi } from './openapi.ts'

/** Answers are for programs: nothing of them is shown, framed, kept or guessed at by a browser. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** The desk as a plugin of its own: its failures, headers and limits are not the site's. */
export async function registerDesk(app: FastifyInstance, context: DeskContext, limits: Limits): Promise<void> {
  app.decorateRequest('caller', null)
  app.setNotFoundHandler(notFoundHandler)
  await app.register(
    async (scope) => {
      scope.setValidatorCompiler(validatorCompiler)
      scope.setSerializerCompiler(serializerCompiler)
      scope.setErrorHandler(errorHandler(context.log))
      scope.addHook('onRequest', async (request, reply) => {
        reply.headers({ ...headers, 'x-request-id': request.id })
        if (context.siteUrl().startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000')
      })
      await registerLimits(scope)
      await registerOpenApi(scope)
      registerDeskRoutes(scope, context, limits)
      await scope.register(async (raw) => registerMediaRoutes(raw, context))
      // Without this, the site would answer for addresses of the desk that do not exist.
      scope.all('/*', { schema: { hide: true } }, notFoundHandler)
    },
    { prefix: deskPrefix },
  )
}
