import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'

/**
 * Hands everything that is not the desk's to the site, which is an application of its own on the same socket: its pages
 * carry the address at which the server listens, and that is known only when it does.
 */
export function mountSite(app: FastifyInstance, site: Promise<FastifyInstance>): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const pages = await site
      reply.hijack()
      pages.routing(request.raw, reply.raw)
    },
  })
}

export const siteApplication = (): FastifyInstance => fastify({ logger: false })
