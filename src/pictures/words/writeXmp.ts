import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

import type { Statement } from '../contract.ts'
import { namespaces, sourceTypes } from './names.ts'

/** The XMP packet of a published picture: the IPTC Photo Metadata Standard's properties, and the labels of AI use. */
export function xmpOf(statement: Statement): string {
  const { caption, alt, credit, rights, source, digitalSourceType, aigc } = statement
  const declared = Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const)
  return toXml(
    x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [
      x('rdf:RDF', Object.fromEntries(declared), [
        x('rdf:Description', { 'rdf:about': '' }, [
          ...ofLanguages('dc:description', caption),
          ...ofLanguages('dc:rights', rights),
          ...ofLanguages('Iptc4xmpCore:AltTextAccessibility', alt),
          ...simple('photoshop:Credit', credit),
          ...simple('photoshop:Source', source),
          ...simple('Iptc4xmpExt:DigitalSourceType', digitalSourceType === null ? '' : sourceTypes + digitalSourceType),
          ...simple('TC260:AIGC', aigc ?? ''),
        ]),
      ]),
    ]),
  )
}

const simple = (name: string, text: string) => (text === '' ? [] : [x(name, {}, text)])

const ofLanguages = (name: string, text: string) =>
  text === '' ? [] : [x(name, {}, [x('rdf:Alt', {}, [x('rdf:li', { 'xml:lang': 'x-default' }, text)])])]
