import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may talk to one loopback address. Any page in any browser of this machine, and any name that someone points at
 * 127.0.0.1, can send requests here: so each must know the token, name this very address as its host, and come from a
 * page of this very address or from no page at all.
 */
export interface Guard {
  /**
   * The address with the token: whoever has it is let in, as often as they come. It is printed, people open it in a
   * second browser, and a second start is sent to it, so it cannot be used up. Therefore it must never stand where other
   * accounts can read it, as on a command line; `entrancePage` is how a browser is started with it.
   */
  readonly entrance: string
  readonly origin: string
  /** For the answer to `enter`: cookies are not kept apart by port, so the name says which address it belongs to. */
  readonly cookie: string
  admit(request: IncomingMessage): Admission
}

/** `enter`: the token was right; give the cookie and send the browser on to an address without the token. */
export type Admission = 'allowed' | 'enter' | 'unknown' | 'foreign'

export function createGuard(port: number): Guard {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const token = secret()
  // Not the token: what a browser keeps opens nothing once it stands in an address, and the other way round.
  const session = secret()
  const cookieName = `galley-${port}`

  return {
    entrance: `${origin}/?token=${token}`,
    origin,
    cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    admit({ method, url = '/', headers }) {
      // A name that resolves to 127.0.0.1 arrives under that name: this is what stops DNS rebinding.
      if (headers.host !== host) return 'foreign'
      if (headers.origin !== undefined && headers.origin !== origin) return 'foreign'
      // A page of another port counts as the same site, so its pictures and scripts would carry our cookie along.
      const site = headers['sec-fetch-site']
      const embedded = site !== undefined && site !== 'same-origin' && site !== 'none'
      if (embedded && headers['sec-fetch-mode'] !== 'navigate') return 'foreign'

      if (method === 'GET' && same(queryToken(url), token)) return 'enter'
      return same(readCookie(headers.cookie, cookieName), session) ? 'allowed' : 'unknown'
    },
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

function queryToken(url: string): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : (new URLSearchParams(url.slice(start)).get('token') ?? '')
}

function readCookie(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

/** Takes as long for a wrong token as for the right one. */
function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
