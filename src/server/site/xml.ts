import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'

/** A whole XML document around `root`. */
export const xmlDocument = (root: Element): string =>
  `${toXml([{ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' }, root], { closeEmptyElements: true })}\n`
