import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

import { silentLogger } from '#shared/log.ts'
import type { LoopbackHost } from '#main/node/host.ts'
import { openLoopbackHost } from '#main/node/host.ts'
import { coreContract } from '#shared/contract/core.ts'
import { hostContract } from '#shared/contract/host.ts'
import { createClient } from '#shared/rpc/client.ts'
import { socketTransport } from '#shared/rpc/webSocket.ts'

let folder: string
let host: LoopbackHost
let address: URL
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-loopback-'))
  const renderer = join(folder, 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>清样</title>')
  await writeFile(join(renderer, 'assets', 'index-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.js'), 'a secret')
  await symlink(join(folder, 'secret.js'), join(renderer, 'assets', 'link.js'))
  host = await openLoopbackHost({ trial: false, folder: join(folder, 'desk'), renderer, log: silentLogger })
  address = new URL(await host.open())
  const entered = await get(address.pathname + address.search)
  cookie = String(entered.headers['set-cookie']).split(';', 1)[0] ?? ''
})

afterAll(async () => {
  await host.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number | undefined
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Node's own request: fetch would resolve `..` and refuse to send another Host. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: address.port, path, method, headers }, (incoming) => {
      let body = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => (body += chunk))
      incoming.on('end', () => resolve({ status: incoming.statusCode, headers: incoming.headers, body }))
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Resolves to the open socket, or to the status with which it was refused. */
function connect(path: string, headers: Record<string, string>): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}${path}`, { headers })
    socket.binaryType = 'arraybuffer'
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
}

describe('who is let in', () => {
  it('takes the token once, out of the address, and gives a cookie that pages cannot read', async () => {
    const answer = await get(address.pathname + address.search)
    expect(answer.status).toBe(200)
    // A redirect would leave the cookie behind when the address was opened by a page from elsewhere.
    expect(answer.headers['refresh']).toBe('0; url=/')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toBe('')
    expect(String(answer.headers['set-cookie'])).toMatch(
      new RegExp(`^galley-${address.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
    expect((await get('/', { cookie })).body).toContain('清样')
  })

  it('has a secret in the cookie that is not the token in the address', async () => {
    const token = address.searchParams.get('token') ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(cookie).not.toContain(token)
    expect((await get('/', { cookie: `galley-${address.port}=${token}` })).status).toBe(401)
    expect((await get(`/?token=${cookie.split('=', 2)[1]}`)).status).toBe(401)
  })

  it('lets a second browser in with the address that was printed', async () => {
    const again = await get(address.pathname + address.search)
    expect(String(again.headers['set-cookie'])).toContain(cookie)
  })

  it.each([
    ['no token', {}, 401],
    ['a wrong token', { cookie: `galley-1=${'x'.repeat(43)}` }, 401],
    ['a page of another site', { origin: 'https://example.com' }, 403],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a picture on a page of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a name that was pointed at this machine', { host: 'rebound.example:80' }, 403],
    ['localhost by name', { host: 'localhost' }, 403],
  ])('refuses %s', async (who, headers: Record<string, string>, status) => {
    const withCookie = status === 401 ? headers : { cookie, ...headers }
    for (const path of ['/', '/assets/index-1a2b.js', `/media/${'0'.repeat(64)}`]) {
      expect((await get(path, withCookie)).status, path).toBe(status)
    }
    for (const path of ['/rpc/core', '/rpc/host']) {
      const origin: Record<string, string> = status === 401 ? { origin: address.origin } : {}
      if (who.startsWith('a picture')) continue
      expect(await connect(path, { ...origin, ...withCookie }), path).toBe(status)
    }
  })

  it('refuses a foreign page even if it knows the token', async () => {
    expect((await get(address.pathname + address.search, { origin: 'https://example.com' })).status).toBe(403)
    expect((await get(address.pathname + address.search, { host: 'rebound.example' })).status).toBe(403)
  })

  it('refuses a WebSocket that names no page and has no cookie', async () => {
    expect(await connect('/rpc/core', {})).toBe(401)
  })

  it('reads and never writes', async () => {
    expect((await get('/', { cookie }, 'POST')).status).toBe(405)
  })
})

describe('what is served', () => {
  it('comes with a content policy that allows nothing unsafe', async () => {
    const { headers } = await get('/', { cookie })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
    expect((await get('/assets/index-1a2b.js', { cookie })).headers['cache-control']).toContain('immutable')
  })

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    '/%252e%252e/secret.js',
    '/..%5csecret.js',
    '/assets/link.js',
    '//127.0.0.1/c$/secret.js',
    '/C:/secret.js',
    '/secret.js%00.html',
    '/%',
    '/assets',
    '/media/../index.html',
    '/media/%2e%2e%2finstance.json',
    `/media/${'0'.repeat(64)}`,
  ])('has nothing at %s', async (path) => {
    const answer = await get(path, { cookie })
    expect(answer.status).toBe(404)
    expect(answer.body).toBe('')
  })

  it('shows the pictures of the profile as pictures', async () => {
    const socket = await connect('/rpc/core', { cookie, origin: address.origin })
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
    const core = createClient(coreContract, socketTransport(socket))
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64',
    )
    const { media, mimeType } = await core.call.media.add({ bytes })
    core.close()
    const answer = await get(`/media/${media}`, { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(mimeType)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a window', () => {
  it('has no address left over when its profile could not be opened', async () => {
    const listening = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length
    const before = listening()
    // Whoever asks from the same folder finds it in use.
    await expect(host.open('someone')).rejects.toMatchObject({ code: 'profile_in_use' })
    await expect.poll(listening).toBe(before)
  })

  it('is told of the program around it', async () => {
    const socket = await connect('/rpc/host', { cookie, origin: address.origin })
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
    const client = createClient(hostContract, socketTransport(socket))
    expect(await client.call.host.info({})).toMatchObject({ trial: null })
    await expect(client.call.host.openPerson({ account: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(client.call.host.openExternal({ url: 'file:///etc/passwd' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    client.close()
  })

  it('finds that a second host on the same folder is sent to the first', async () => {
    const second = await openLoopbackHost({ trial: false, folder: join(folder, 'desk'), log: silentLogger })
    await expect(second.open()).rejects.toMatchObject({
      code: 'profile_in_use',
      details: { instance: { address: address.href } },
    })
    await second.close()
  })
})
