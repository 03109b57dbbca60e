import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'

import type { TestSite } from '../kit/site.ts'
import { startSite } from '../kit/site.ts'
import type { Byline } from '#shared/domain/attribution.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { linkNode, textNode } from '#shared/document/inline.ts'
import { heading, list, listItem, paragraph, picture, quote } from '#shared/document/make.ts'
import { plainLine } from '#shared/document/render/printable.ts'
import { testContent, testMedia, testNewsroom, testSource } from '#shared/document/render/testRecords.ts'

let site: TestSite
test.beforeAll(async () => {
  site = await startSite(testNewsroom)
})
test.afterAll(async () => {
  await site.close()
})

/** What the pages of a hostile article must not let through, each in every place that prints what people typed. */
const hostile = [
  ['an image that fails to load', '<img src=x onerror="window.pwned=1">'],
  ['SVG that loads', '<svg onload=window.pwned=1><script>window.pwned=1</script></svg>'],
  ['the end of a script', '</script><script>window.pwned=1</script>'],
  ['the end of an attribute', '"\'><script>window.pwned=1</script><a b="'],
  ['an attribute', 'x" onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1'],
  ['the end of a title', '</title></textarea></style><script>window.pwned=1</script>'],
  [
    'mutation through MathML',
    '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=window.pwned=1>">',
  ],
  ['mutation through noscript', '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">'],
  ['a comment', '<!--><script>window.pwned=1</script>-->'],
  ['entities', '&lt;script&gt;window.pwned=1&lt;/script&gt; &#60;img src=x onerror=window.pwned=1&#62;'],
  ['an embed', '<embed src="javascript:window.pwned=1"><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>'],
  [
    'a base and a refresh',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example">',
  ],
  ['controls and directions', '甲\0乙\u001B\u202E丙\u2066丁\u2028戊\uD800己\uFEFF'],
  ['a prototype', '__proto__'],
] as const

const links = [
  'javascript:window.pwned=1',
  'java\0script:window.pwned=1',
  ' java\tscript:window.pwned=1',
  'JaVaScRiPt:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  'vbscript:msgbox(1)',
  'smb://host/share',
  'ms-msdt:/id',
  'file:///etc/passwd',
  'blob:https://evil.example/1',
  '//evil.example',
  'https://ok.example/"><script>window.pwned=1</script>',
]

test.describe('hostile words', () => {
  for (const [name, words] of hostile) {
    test(`stay words: ${name}`, async ({ page }) => {
      const alarms = await alarmed(page)
      const path = site.publish(everywhere(words))
      for (const address of ['/', '/columns/streets', path]) {
        await page.goto(site.url + address)
        await expectInert(page)
      }
      await page.mouse.move(300, 300)
      expect(await page.title()).toBe(`${plainLine(words)} - 街巷 - 北岭新闻网`)
      expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
      expect(alarms).toEqual([])
    })
  }

  test('every link is one that a reader may follow', async ({ page }) => {
    const alarms = await alarmed(page)
    const body = links.map((url, index) => paragraph([linkNode(url, [textNode(`链接${index}`)])]))
    const sources = links.map((url) => ({ ...testSource, url }))
    const path = site.publish(testContent({ kind: 'compiled' }, { sources }, body))
    await page.goto(site.url + path)
    await expectInert(page)
    const hrefs = await page.locator('main a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    expect(hrefs.filter((href) => !/^https?:/.test(href))).toEqual([])
    await expect(page.getByText('链接0')).toBeVisible()
    await expect(page.locator('.body a')).toHaveCount(1)
    await expect(page.locator('.body a')).toHaveAttribute('rel', 'nofollow noopener noreferrer')
    expect(alarms).toEqual([])
  })

  test('feeds and sitemap stay well-formed', async ({ page }) => {
    for (const [, words] of hostile) site.publish(everywhere(words))
    await page.goto(`${site.url}/`)
    for (const path of ['/feed.xml', '/columns/city/feed.xml', '/sitemap.xml']) {
      const xml = await (await page.request.get(site.url + path)).text()
      const faults = await page.evaluate(
        (text) => new DOMParser().parseFromString(text, 'text/xml').querySelectorAll('parsererror').length,
        xml,
      )
      expect(faults, path).toBe(0)
    }
  })
})

/** Anything that would show that markup came to life: dialogs, errors, other frames, and requests that no page makes. */
async function alarmed(page: Page): Promise<string[]> {
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => alarms.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) alarms.push(message.text())
  })
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url())
    const known = /^\/($|articles\/|columns\/|media\/[0-9a-f]{64}$|assets\/|feed\.xml|favicon)/.test(pathname)
    if (origin !== site.url || !known) alarms.push(`request ${request.url()}`)
  })
  return alarms
}

/** What the parser made of the page holds only what the renderer writes. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')]
    return {
      foreign: elements
        .map(({ localName }) => localName)
        .filter((name) => /^(svg|math|iframe|embed|object|base|form|style|template|noscript)$/.test(name)),
      scripts: elements.filter(
        (element) => element.localName === 'script' && element.getAttribute('type') !== 'application/ld+json',
      ).length,
      handlers: elements
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => /^(on|style$|srcdoc|autofocus|http-equiv)/.test(name)),
      frames: window.frames.length,
      strangers: [...document.images].filter(({ src }) => new URL(src).origin !== location.origin).length,
    }
  })
  expect(found).toEqual({ foreign: [], scripts: 0, handlers: [], frames: 0, strangers: 0 })
  for (const json of await page.locator('script[type="application/ld+json"]').allTextContents()) {
    expect(() => JSON.parse(json) as unknown).not.toThrow()
  }
}

/** An article that carries `words` wherever anybody can type. */
function everywhere(words: string): ArticleContent {
  const names = [words]
  const byline: Byline = {
    kind: 'people',
    reporters: names,
    correspondents: names,
    photographers: names,
    translators: names,
  }
  const source = {
    ...testSource,
    name: words,
    originalTitle: words,
    originalText: words,
    url: `https://ok.example/${words}`,
  }
  const details = { alt: words, caption: words, credit: words, rights: words, source: words }
  return testContent(
    { kicker: words, headline: words, deck: words, kind: 'compiled' },
    {
      sources: [source, { ...source, originalAuthor: { kind: 'named', names: words } }],
      byline,
      editor: words,
      responsibleEditor: words,
      permission: { basis: 'openLicence', evidence: words },
      aiUse: 'assisted',
    },
    [
      paragraph([textNode(words, 1), linkNode(`https://ok.example/?${words}`, [textNode(words)])]),
      paragraph([{ type: 'mention', text: words }]),
      heading('h2', words),
      quote(words),
      list('bullet', [listItem(words)]),
      picture({ media: testMedia, width: 30, height: 20 }, details),
      { type: 'widget', $: paragraph('').$, text: words, html: words, onload: words, style: words },
    ],
  )
}
