import { textFormat } from '#shared/document/inline.ts'
import { safeUrl } from '#shared/domain/url.ts'
import { longestAddress } from '../../links/address.ts'
import { styleText } from './inert.ts'

/** What an element and those around it say about the words in them, as far as an article can say it too. */
export interface Look {
  format: number
  url: string | null
  preformatted: boolean
}

export const plain: Look = { format: 0, url: null, preformatted: false }

const formatOfTag: Record<string, number> = {
  B: textFormat.bold,
  STRONG: textFormat.bold,
  I: textFormat.italic,
  EM: textFormat.italic,
  CITE: textFormat.italic,
  SUB: textFormat.subscript,
  SUP: textFormat.superscript,
}

export function lookOf(element: Element, outer: Look): Look {
  const tag = element.tagName.toUpperCase()
  const format = styled(element, outer.format | (formatOfTag[tag] ?? 0))
  return { ...outer, format, url: tag === 'A' ? linkOf(element) : outer.url }
}

/** Styles win over tags: Google Docs wraps everything into a `b` that is not bold. */
function styled(element: Element, format: number): number {
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  // Subheads are set bold by themselves.
  const isHeading = /^H[1-6]$/i.test(element.tagName)
  let result = format
  if (/^(?:bold|bolder|[6-9]00)$/i.test(weight) && !isHeading) result |= textFormat.bold
  if (/^(?:normal|lighter|[1-4]00)$/i.test(weight)) result &= ~textFormat.bold
  if (/^(?:italic|oblique)/i.test(slant)) result |= textFormat.italic
  if (/^normal$/i.test(slant)) result &= ~textFormat.italic
  return result
}

function styleOf(element: Element, property: string): string {
  const declaration = styleText(element)
    .split(';')
    .find((part) => part.split(':')[0]?.trim().toLowerCase() === property)
  return declaration?.split(':')[1]?.trim() ?? ''
}

function linkOf(element: Element): string | null {
  const url = safeUrl(element.getAttribute('href') ?? '')
  return url === null || url.length > longestAddress ? null : url
}

const dropped = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD META LINK TITLE BASE IFRAME FRAME OBJECT EMBED APPLET SVG MATH CANVAS VIDEO ' +
    'AUDIO INPUT SELECT TEXTAREA BUTTON DIALOG ' +
    // What tracked changes took out, as Word copies it.
    'DEL'
  ).split(' '),
)

/** Not made of words, or not shown: what is hidden from the reader is no part of what was copied. */
export function isDropped(element: Element): boolean {
  if (dropped.has(element.tagName.toUpperCase()) || element.hasAttribute('hidden')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(styleText(element))
}
