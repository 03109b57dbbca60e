import { z } from 'zod'

/**
 * A link that a reader may follow. Everything but http, https and mailto is refused, after removing the control
 * characters and spaces that browsers ignore inside a scheme (`java\0script:`).
 */
export function safeUrl(input: string): string | null {
  const cleaned = stripIgnored(input)
  let url: URL
  try {
    url = new URL(cleaned)
  } catch {
    return null
  }
  return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'mailto:' ? cleaned : null
}

/** An address on the web, as an attribution's original URL has to be. */
export function isWebUrl(input: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(input) && safeUrl(input) !== null
}

export const WebUrl = z.string().max(2048).refine(isWebUrl, 'must be an http or https address')

function stripIgnored(input: string): string {
  let out = ''
  for (const character of input.trim()) {
    const code = character.codePointAt(0) ?? 0
    if (code > 0x20 && code !== 0x7f) out += character
  }
  return out
}
