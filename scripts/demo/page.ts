/** A published page read as a stranger would: from its HTML alone, sharing no code with what wrote it. */
export interface ReadPage {
  headline: string
  breadcrumb: string[]
  /** Lines of the printed attribution by their label. */
  attribution: Map<string, string>
  notices: string[]
  body: string
  jsonLd: Record<string, unknown>
  pictures: string[]
}

export function readPage(html: string): ReadPage {
  return {
    headline: text(inside(html, /<h1[^>]*>/, '</h1>')),
    breadcrumb: all(inside(html, /<nav class="breadcrumb"[^>]*>/, '</nav>'), /<li[^>]*>(.*?)<\/li>/gs),
    attribution: new Map(
      Array.from(html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs), ([, label = '', value = '']) => [
        text(label).replace(/[：:]\s*$/, ''),
        text(value),
      ]),
    ),
    notices: all(inside(html, /<section class="notices"[^>]*>/, '</section>'), /<p[^>]*>(.*?)<\/p>/gs),
    body: text(inside(html, /<div class="body">/, '<footer class="colophon">')),
    jsonLd: readJsonLd(html),
    pictures: Array.from(html.matchAll(/<img src="([^"]+)"/g), ([, source = '']) => decode(source)),
  }
}

const all = (html: string, pattern: RegExp): string[] =>
  Array.from(html.matchAll(pattern), ([, found = '']) => text(found))

function inside(html: string, open: RegExp, close: string): string {
  const start = open.exec(html)
  if (start === null) return ''
  const from = start.index + start[0].length
  const end = html.indexOf(close, from)
  return html.slice(from, end < 0 ? undefined : end)
}

function readJsonLd(html: string): Record<string, unknown> {
  try {
    return JSON.parse(inside(html, /<script type="application\/ld\+json">/, '</script>')) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** A tag, whose quoted values may hold anything. */
const tag = /<[a-z/!](?:"[^"]*"|'[^']*'|[^>"'])*>/gi

const text = (html: string): string => decode(html.replaceAll(tag, ''))

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (html: string): string =>
  html.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return named[name ?? ''] ?? whole
  })
