import type { FastifyInstance } from 'fastify'

/** Uploads and downloads that take longer are cut; desktops send them again. In milliseconds. */
const grace = 10_000

/**
 * Closes the application so that it ends. Node's own close waits for connections on which nothing was ever asked, as
 * browsers and pools open them in advance, and has stopped the timer that would have ended them; so once nothing is
 * being answered any more, all connections go.
 */
export function closable(app: FastifyInstance): () => Promise<void> {
  let answering = 0
  app.server.on('request', (_request, response) => {
    answering += 1
    response.once('close', () => (answering -= 1))
  })
  return async () => {
    const deadline = performance.now() + grace
    const sweep = setInterval(() => {
      if (answering === 0 || performance.now() > deadline) app.server.closeAllConnections()
    }, 20)
    try {
      await app.close()
    } finally {
      clearInterval(sweep)
    }
  }
}
