/** XMP namespaces of the IPTC Photo Metadata Standard 2024, and the two of the labels. */
export const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  TC260: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
} as const
export type Prefix = keyof typeof namespaces

/** Where IPTC keeps its terms for how a picture came about. */
export const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/'
