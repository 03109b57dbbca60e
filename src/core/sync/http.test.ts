import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { GalleyError, toWire } from '#shared/rpc/errors.ts'
import type { HttpRequest } from './http.ts'
import { exchange, readJson } from './http.ts'

async function serverOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** A port that was free a moment ago. */
async function nobodyListening(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return `http://127.0.0.1:${port}/`
}

const get = (url: string, other: Partial<HttpRequest> = {}) =>
  exchange(fetch, { method: 'GET', url, timeout: 10_000, limit: 1000, signal: new AbortController().signal, ...other })

describe('an exchange with the desk', () => {
  it('hands on what the desk refuses, in its own words', async () => {
    const refusal = toWire(new GalleyError('stale_revision', { head: 'abc' }))
    const url = await serverOf((_, response) => response.writeHead(409).end(JSON.stringify(refusal)))
    await expect(get(url)).rejects.toMatchObject({ code: 'stale_revision', details: { head: 'abc' } })
  })

  it.each([
    [400, 'server_unavailable'],
    [401, 'unauthenticated'],
    [404, 'server_unavailable'],
    [429, 'rate_limited'],
    [302, 'server_unavailable'],
    [500, 'server_unavailable'],
    [503, 'server_unavailable'],
  ])('takes a bare %i for no answer of the desk', async (status, code) => {
    const url = await serverOf((_, response) => response.writeHead(status, { location: '/elsewhere' }).end('<html>'))
    await expect(get(url)).rejects.toMatchObject({ code })
  })

  it('follows no redirect', async () => {
    const asked: (string | undefined)[] = []
    const url = await serverOf((request, response) => {
      asked.push(request.url)
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    await expect(get(url)).rejects.toMatchObject({ code: 'server_unavailable', details: { status: 307 } })
    expect(asked).toEqual(['/'])
  })

  it('does not believe a refusal inside an error of the server', async () => {
    const url = await serverOf((_, response) =>
      response.writeHead(500).end(JSON.stringify(toWire(new GalleyError('forbidden')))),
    )
    await expect(get(url)).rejects.toMatchObject({ code: 'server_unavailable' })
  })

  it('reads no more than it asked for', async () => {
    const url = await serverOf((_, response) => response.end('x'.repeat(1_000_000)))
    await expect(get(url)).rejects.toMatchObject({ code: 'server_unavailable', details: { limit: 1000 } })
  })

  it('waits for the whole answer, and not for ever', async () => {
    const url = await serverOf((_, response) => response.writeHead(200).write('{'))
    await expect(get(url, { timeout: 300 })).rejects.toMatchObject({ code: 'timeout', retryable: true })
  })

  it('tells what never left from what may have arrived', async () => {
    const gone = await serverOf((request) => request.socket.destroy())
    await expect(get(gone)).rejects.toMatchObject({ code: 'server_unavailable' })
    await expect(get(await nobodyListening())).rejects.toMatchObject({ code: 'offline' })
  })

  it('ends when it is told to', async () => {
    const url = await serverOf(() => {})
    const abort = new AbortController()
    const request = get(url, { signal: abort.signal })
    abort.abort()
    await expect(request).rejects.not.toBeInstanceOf(GalleyError)
  })
})

it('reads only the shape that was agreed', () => {
  const bytes = (value: string) => new TextEncoder().encode(value)
  const Shape = z.object({ seq: z.int() })
  expect(readJson(Shape, bytes('{"seq":3}'))).toEqual({ seq: 3 })
  for (const other of ['{"seq":"3"}', '{', '', '<html>']) {
    expect(() => readJson(Shape, bytes(other))).toThrow(expect.objectContaining({ code: 'server_unavailable' }))
  }
})
