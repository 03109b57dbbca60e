import { createHash } from 'node:crypto'

import { isPicture } from '#shared/document/blocks.ts'
import { say } from '#main/common/language.ts'
import type { Check, Published } from './checks.ts'
import { checkPage } from './checks.ts'
import { DemoFailure } from './failure.ts'
import { readPage } from './page.ts'

/** What readers get, byte for byte. */
export interface Seen {
  page: string
  feed: string
  styles: { path: string; text: string } | null
  /** By the path in the page. */
  pictures: Map<string, Uint8Array>
  checks: Check[]
}

/** Fetches everything that a reader of the article would and checks it. Throws a failure with all that does not hold. */
export async function readAsReaders(published: Published, siteUrl: string): Promise<Seen> {
  const { content, receipt } = published
  const page = await get(receipt.url)
  const read = readPage(page)
  const pictures = new Map<string, Uint8Array>()
  for (const path of new Set(read.pictures)) pictures.set(path, await getBytes(new URL(path, siteUrl)))
  const [feed, sitemap] = await Promise.all([get(new URL('/feed.xml', siteUrl)), get(new URL('/sitemap.xml', siteUrl))])
  const stylesPath = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1]
  const styles = stylesPath === undefined ? null : { path: stylesPath, text: await get(new URL(stylesPath, siteUrl)) }

  const originals = new Set<string>(content.blocks.filter(isPicture).map(({ media }) => media))
  const served = [...pictures.values()].map(sha256)
  const checks = [
    ...checkPage(page, read, published),
    check('picture files', served.map((hash) => `/media/${hash}`).toSorted(), [...pictures.keys()].toSorted()),
    // Their metadata is private: readers get files that were made for them.
    check(
      'originals',
      served.filter((hash) => originals.has(hash)),
      [],
    ),
    check('feed', feed.split(`<link>${receipt.url}</link>`).length - 1, 1),
    check('sitemap', sitemap.includes(`<loc>${receipt.url}</loc>`), true),
  ]
  const wrong = checks.filter(({ ok }) => !ok)
  if (wrong.length > 0) {
    const text = wrong.map(({ name, expected, found }) =>
      say('demo.mismatch', { name, expected: JSON.stringify(expected), found: JSON.stringify(found) }),
    )
    throw new DemoFailure('galley', text.join('\n'), { checks: wrong })
  }
  return { page, feed, styles, pictures, checks }
}

const check = (name: string, found: unknown, expected: unknown): Check => ({
  name,
  ok: JSON.stringify(found) === JSON.stringify(expected),
  expected,
  found,
})

const get = async (url: string | URL): Promise<string> => new TextDecoder().decode(await getBytes(url))

async function getBytes(url: string | URL): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new DemoFailure('galley', `GET ${String(url)}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
