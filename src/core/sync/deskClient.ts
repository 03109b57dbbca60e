import type { z } from 'zod'

import type { MediaHash } from '#shared/domain/ids.ts'
import type { Route } from '#shared/protocol/routes.ts'
import { maxMediaBytes, mediaPath } from '#shared/protocol/media.ts'
import { idempotencyHeader } from '#shared/protocol/routes.ts'
import { exchange, readJson } from './http.ts'

/** How long an answer may take, in milliseconds. Small in tests. */
export interface Patience {
  /** An ordinary request. */
  answer: number
  /** A file of up to 50 MB over a hotel's network. */
  media: number
  /** How long the desk may hold back a question for changes, in seconds. */
  changes: number
  /** What the last words may take when the program closes. */
  closing: number
}

export const ordinaryPatience: Patience = { answer: 30_000, media: 600_000, changes: 25, closing: 2_000 }

/** Largest JSON answer that is read: a revision with its kept originals, and room. Bytes. */
const maxJson = 64 * 1024 * 1024

type In<T> = T extends z.ZodType ? z.input<T> : undefined

/** Input of a route: only what it declares. */
export type Call<R extends Route> = Omit<
  {
    params: In<R['params']>
    query: In<R['query']>
    body: In<R['body']>
  },
  | (R extends { params: z.ZodType } ? never : 'params')
  | (R extends { query: z.ZodType } ? never : 'query')
  | (R extends { body: z.ZodType } ? never : 'body')
>

export interface Envelope {
  readonly signal: AbortSignal
  readonly token?: string
  readonly key?: string
  /** Milliseconds, where a route takes longer than others. */
  readonly timeout?: number
}

/** Calls the routes of the desk at one address; what to call and what comes back is read from shared/protocol. */
export class DeskClient {
  readonly #base: string
  readonly #fetch: typeof globalThis.fetch
  readonly #patience: Patience

  constructor(serverUrl: string, fetch: typeof globalThis.fetch, patience: Patience) {
    this.#base = serverUrl.replace(/\/+$/, '')
    this.#fetch = fetch
    this.#patience = patience
  }

  /** Throws what the desk refused, and as `exchange` does. */
  async call<const R extends Route>(route: R, call: Call<R>, envelope: Envelope): Promise<z.output<R['response']>> {
    const { params, query, body } = call as { params?: object; query?: object; body?: unknown }
    const bytes = await exchange(this.#fetch, {
      method: route.method,
      url: this.#base + fillIn(route.path, params ?? {}) + queryString(query),
      headers: { ...headers(envelope), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeout: envelope.timeout ?? this.#patience.answer,
      limit: maxJson,
      signal: envelope.signal,
    })
    return readJson(route.response, bytes) as z.output<R['response']>
  }

  async putMedia(hash: MediaHash, bytes: Uint8Array, mimeType: string, envelope: Envelope): Promise<void> {
    await exchange(this.#fetch, {
      method: 'PUT',
      url: this.#base + mediaPath(hash),
      headers: { ...headers(envelope), 'content-type': mimeType },
      body: bytes,
      timeout: this.#patience.media,
      limit: maxJson,
      signal: envelope.signal,
    })
  }

  getMedia(hash: MediaHash, envelope: Envelope): Promise<Uint8Array> {
    return exchange(this.#fetch, {
      method: 'GET',
      url: this.#base + mediaPath(hash),
      headers: headers(envelope),
      timeout: this.#patience.media,
      limit: maxMediaBytes,
      signal: envelope.signal,
    })
  }
}

const headers = ({ token, key }: Envelope): Record<string, string> => ({
  accept: 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(key === undefined ? {} : { [idempotencyHeader]: key }),
})

const fillIn = (path: string, params: object): string =>
  Object.entries(params).reduce(
    (filled, [name, value]) => filled.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  )

function queryString(query: object | undefined): string {
  if (query === undefined) return ''
  const entries = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return `?${new URLSearchParams(entries).toString()}`
}
