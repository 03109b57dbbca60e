/**
 * A document in which nothing runs or is loaded. The content security policy would refuse inline styles and handlers,
 * once and aloud for each, so they never reach the parser; styles stay readable as `data-style`.
 */
export function parseInert(html: string): HTMLElement {
  const quiet = html
    .replaceAll(styleSheet, '')
    .replaceAll(tag, (found) => found.replaceAll(attribute, (name, quoted?: string) => quoted ?? `data-${name}`))
  return new DOMParser().parseFromString(quiet, 'text/html').body
}

/** What an element's `style` attribute said. */
export const styleText = (element: Element): string => element.getAttribute('data-style') ?? ''

const styleSheet = /<style\b[^>]*>[\s\S]*?(?:<\/style\s*>|$)/gi
const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/gi
const attribute = /("[^"]*"|'[^']*')|(?<=[\s"'/])(?:style|on[a-z]+)(?=\s*=)/gi
