import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'

/** A whole XML document around `root`. */
export function xmlDocument(root: Element): string {
  const head = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' } as const
  // XML forbids `]]>` in text, which the serialiser leaves alone. Trees here hold no CDATA that it could be the end of.
  return `${toXml([head, root], { closeEmptyElements: true }).replaceAll(']]>', ']]&#x3E;')}\n`
}
