import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import type { Desktop } from '../testing/desktop.ts'
import { completeContent, newRevision, signOff, submitted, sharedNewsroom } from '../testing/newsroom.ts'
import { gif, hashOf } from '../testing/pictures.ts'
import { picture } from '#shared/document/make.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { maxMediaBytes, mediaPath } from '#shared/protocol/media.ts'

const at = sharedNewsroom()

const upload = (desktop: Desktop, hash: MediaHash, body: string | Uint8Array<ArrayBuffer>, type = 'image/gif') =>
  fetch(at.server.url + mediaPath(hash), {
    method: 'PUT',
    headers: { authorization: `Bearer ${desktop.token}`, 'content-type': type },
    body,
  })
const download = (desktop: Desktop, hash: MediaHash, method = 'GET') =>
  fetch(at.server.url + mediaPath(hash), { method, headers: { authorization: `Bearer ${desktop.token}` } })
const incoming = () => readdir(join(at.dataDir, 'media', 'incoming'))

describe('a picture', () => {
  test('comes back byte for byte, typed by what it is and not by what it was called', async () => {
    const bytes = gif('one')
    expect((await upload(at.lin, hashOf(bytes), bytes, 'text/html')).status).toBe(201)
    const answer = await download(at.chen, hashOf(bytes))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/gif',
      'x-content-type-options': 'nosniff',
    })
    const head = await download(at.chen, hashOf(bytes), 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  })

  test('that is there already is not stored again', async () => {
    const bytes = gif('two')
    await upload(at.lin, hashOf(bytes), bytes)
    expect((await upload(at.bai, hashOf(bytes), bytes)).status).toBe(200)
  })

  test('sent by several desktops at once is one file', async () => {
    const bytes = gif('three')
    const answers = await Promise.all([at.lin, at.bai, at.chen].map((desktop) => upload(desktop, hashOf(bytes), bytes)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await incoming()).toEqual([])
  })

  test('whose bytes are not those of its address is refused and leaves nothing behind', async () => {
    const answer = await upload(at.lin, hashOf(gif('four')), gif('five'))
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid_input' }])
    expect((await download(at.lin, hashOf(gif('four')))).status).toBe(404)
    expect(await incoming()).toEqual([])
  })

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['the beginning of a GIF', 'GIF8'],
    ['nothing at all', ''],
  ])('that is %s is refused', async (_what, text) => {
    const answer = await upload(at.lin, hashOf(Buffer.from(text)), text)
    expect(answer.ok).toBe(false)
    expect((await download(at.lin, hashOf(Buffer.from(text)))).status).toBe(404)
  })

  test('larger than allowed is refused by its announced length, before it is sent', async () => {
    const status = await new Promise((resolve, reject) => {
      const url = at.server.url + mediaPath(hashOf(gif('six')))
      const headers = { authorization: `Bearer ${at.lin.token}`, 'content-length': maxMediaBytes + 1 }
      const sending = request(url, { method: 'PUT', headers })
      sending.on('response', ({ statusCode }) => {
        resolve(statusCode)
        sending.destroy()
      })
      sending.on('error', reject)
      sending.flushHeaders()
    })
    expect(status).toBe(413)
  })

  test('whose upload breaks off leaves nothing behind, and can be sent again', async () => {
    const bytes = gif('seven')
    await new Promise<void>((resolve) => {
      const url = at.server.url + mediaPath(hashOf(bytes))
      const headers = { authorization: `Bearer ${at.lin.token}`, 'content-length': bytes.length }
      const sending = request(url, { method: 'PUT', headers })
      sending.on('error', () => resolve())
      sending.write(bytes.subarray(0, 10), () => sending.destroy(new Error('the line went dead')))
    })
    expect((await upload(at.lin, hashOf(bytes), bytes)).status).toBe(201)
  })

  test('is uploaded by those who may write', async () => {
    expect((await upload(at.admin, hashOf(gif('eight')), gif('eight'))).status).toBe(403)
  })

  test('is nowhere but at its hash', async () => {
    for (const name of ['..%2f..%2fdesk.sqlite', 'ABCD', '%00', '']) {
      const answer = await fetch(`${at.server.url}/desk/v1/media/sha256/${name}`, {
        headers: { authorization: `Bearer ${at.lin.token}` },
      })
      expect([400, 404]).toContain(answer.status)
    }
  })

  test('is not for readers, also when an article with it is published', async () => {
    const bytes = gif('nine')
    const hash = hashOf(bytes)
    await upload(at.lin, hash, bytes)
    const shown = picture(
      { media: hash, width: 1, height: 1 },
      { alt: '河堤', credit: '林溪', rights: '自有', source: '本网' },
    )
    const standing = await submitted(at.lin, newRevision(completeContent({}, [...completeContent().blocks, shown])))
    await signOff(standing, [at.chen, at.zhou, at.song])
    const open = () => fetch(`${at.server.siteUrl}/media/${hash}`)
    expect((await open()).status).toBe(404)
    expect((await at.zhou.publish(standing.articleId, standing.revisionId)).status).toBe(200)
    // The file itself stays with the desk: readers get one that was made of it. See publications/pictures.test.ts.
    expect((await open()).status).toBe(404)
  })
})
