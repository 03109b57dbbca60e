import type { z } from 'zod'

import { fromWire, GalleyError, WireError } from '#shared/rpc/errors.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds until the whole answer has to be here. */
  readonly timeout: number
  /** Bytes that the answer may have. */
  readonly limit: number
  /** Ends the request early: shutting down, or working offline. */
  readonly signal: AbortSignal
}

/** Never left this desktop: the desk cannot have done anything. Node's and undici's codes. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * One exchange. Answers the bytes of a success. Throws what the desk refused, in its own words, or
 *  - `offline`: the request never left;
 *  - `timeout`, `server_unavailable`: nobody knows whether it had an effect. A redirect and an answer that is not the
 *    desk's (a portal of a hotel network, a proxy) belong here: they say nothing about what was asked.
 */
export async function exchange(fetch: typeof globalThis.fetch, request: HttpRequest): Promise<Uint8Array> {
  const { method, url, headers = {}, body, timeout, limit, signal } = request
  const deadline = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, deadline]),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
    const bytes = await readBounded(response, limit)
    if (response.ok) return bytes
    throw refusal(response.status, bytes)
  } catch (error) {
    if (error instanceof GalleyError || signal.aborted) throw error
    throw networkError(error, deadline.aborted)
  }
}

/** JSON of this shape. Throws `server_unavailable` for anything else. */
export function readJson<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> {
  const result = schema.safeParse(parse(bytes))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new GalleyError('server_unavailable', { reason: 'malformed answer', path: issue?.path.join('.') ?? '' })
}

async function readBounded(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const body: AsyncIterable<Uint8Array> | null = response.body
  if (body === null) return new Uint8Array()
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw new GalleyError('server_unavailable', { reason: 'answer too large', limit })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The desk's own refusal, or what the status alone says. */
function refusal(status: number, bytes: Uint8Array): GalleyError {
  const said = WireError.safeParse(parse(bytes))
  if (status >= 400 && status < 500) {
    if (said.success) return fromWire(said.data)
    if (status === 401) return new GalleyError('unauthenticated', { status })
    if (status === 429) return new GalleyError('rate_limited', { status })
  }
  return new GalleyError('server_unavailable', { status })
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

function networkError(error: unknown, timedOut: boolean): GalleyError {
  if (timedOut) return new GalleyError('timeout', {}, { cause: error })
  const reason = causeCode(error)
  return new GalleyError(neverSent.has(reason) ? 'offline' : 'server_unavailable', { reason }, { cause: error })
}

/** fetch wraps what happened in a TypeError, and several addresses tried in an AggregateError. */
function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const failure: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : 'unknown'
}
