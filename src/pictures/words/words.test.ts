import { describe, expect, it } from 'vitest'
import sharp from 'sharp'

import { iimDataset, photograph, xmpPacket } from '../testing/samples.ts'
import { dataset } from './iim.ts'
import { wordsOf } from './words.ts'
import { xmpOf } from './writeXmp.ts'

/** What GBK makes of the words: TextEncoder knows UTF-8 only, so the bytes stand here. 记者, in GB 2312. */
const gbk = Buffer.from([0xbc, 0xc7, 0xd5, 0xdf])
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const xmp = (properties: string) => ({ xmp: Buffer.from(xmpPacket(properties)) })

describe('what a picture says of itself', () => {
  it('is read from XMP, whatever its writer called the namespaces', () => {
    const packet = xmpPacket('<p:Credit xmlns:p="http://ns.adobe.com/photoshop/1.0/">苏禾</p:Credit>').replace(
      'rdf:about=""',
      'rdf:about="" xmlns:q="http://ns.adobe.com/photoshop/1.0/" q:Source="河湾新闻网"',
    )
    expect(wordsOf({ xmp: Buffer.from(packet) })).toEqual({
      credit: { text: '苏禾', origin: 'xmp', guessed: false },
      source: { text: '河湾新闻网', origin: 'xmp', guessed: false },
    })
  })

  it('is read in the default of its languages', () => {
    const said =
      '<dc:description><rdf:Alt><rdf:li xml:lang="en">River</rdf:li><rdf:li xml:lang="x-default">河</rdf:li></rdf:Alt></dc:description>'
    expect(wordsOf(xmp(said)).caption?.text).toBe('河')
  })

  it('names every creator where nobody is credited', () => {
    const said = '<dc:creator><rdf:Seq><rdf:li>苏禾</rdf:li><rdf:li>方田</rdf:li></rdf:Seq></dc:creator>'
    expect(wordsOf(xmp(said)).credit?.text).toBe('苏禾, 方田')
    expect(wordsOf(xmp(`${said}<photoshop:Credit>河湾图片社</photoshop:Credit>`)).credit?.text).toBe('河湾图片社')
  })

  it('is what we wrote ourselves, letter for letter', () => {
    const statement = {
      caption: 'a & b <c> "d"',
      alt: '',
      credit: '苏禾',
      rights: '©',
      source: '',
      digitalSourceType: null,
      aigc: null,
    }
    expect(wordsOf({ xmp: Buffer.from(xmpOf(statement)) })).toMatchObject({
      caption: { text: 'a & b <c> "d"' },
      credit: { text: '苏禾' },
      rights: { text: '©' },
    })
  })

  it('is read from IPTC, inside and outside of a Photoshop block', () => {
    const datasets = Buffer.concat([
      iimDataset(dataset.caption, utf8('清晨')),
      iimDataset(dataset.byline, utf8('苏禾')),
    ])
    const resource = Buffer.concat([
      Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0', 'latin1'),
      Buffer.from([datasets.length]),
      datasets,
    ])
    for (const iptc of [datasets, resource]) {
      expect(wordsOf({ iptc })).toEqual({
        caption: { text: '清晨', origin: 'iptc', guessed: false },
        credit: { text: '苏禾', origin: 'iptc', guessed: false },
      })
    }
  })

  it('is marked as a guess where the letters may be read in two ways', () => {
    const read = (text: Uint8Array) => wordsOf({ iptc: iimDataset(dataset.credit, text) }).credit
    expect(read(gbk)).toEqual({ text: '记者', origin: 'iptc', guessed: true })
    expect(read(Buffer.from('José Núñez', 'latin1'))).toEqual({ text: 'José Núñez', origin: 'iptc', guessed: true })
    expect(read(utf8('José'))).toEqual({ text: 'José', origin: 'iptc', guessed: false })
  })

  it('is read from EXIF where nothing else says it, and survives a decoder', async () => {
    const bytes = await photograph({ exif: { Artist: 'Su He', Copyright: '(c) Hewan' }, gps: true })
    const { exif } = await sharp(bytes).metadata()
    expect(wordsOf({ exif })).toEqual({
      credit: { text: 'Su He', origin: 'exif', guessed: false },
      rights: { text: '(c) Hewan', origin: 'exif', guessed: false },
    })
  })

  it('is nothing when a camera only says what it is', async () => {
    const { exif } = await sharp(await photograph({ exif: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } })).metadata()
    expect(wordsOf({ exif })).toEqual({})
  })
})

describe('hostile metadata', () => {
  it('is bounded, one line, and turns no words around it', () => {
    const said = `<photoshop:Credit>a\n\u202eb&#x9;${'长'.repeat(5000)}</photoshop:Credit>`
    const credit = wordsOf(xmp(said)).credit?.text ?? ''
    expect(credit).toHaveLength(500)
    expect(credit.startsWith('a b 长')).toBe(true)
  })

  it.each([
    ['entities that multiply', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'],
    ['a file of this computer', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
    ['half a document', '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'],
    ['a deep hole', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
    ['bytes that are no letters', '\xff\xfe\0\0'],
  ])('says nothing when its XMP is %s', (_, packet) => {
    expect(wordsOf({ xmp: Buffer.from(packet, 'latin1') })).toEqual({})
  })

  it('says nothing when a name would reach into what every object has', () => {
    const packet = xmpPacket('<__proto__:Credit>x</__proto__:Credit><constructor:Credit>y</constructor:Credit>')
    expect(wordsOf({ xmp: Buffer.from(packet) })).toEqual({})
    expect(({} as { Credit?: string }).Credit).toBeUndefined()
  })

  it.each([
    ['ends in the middle', iimDataset(dataset.credit, utf8('苏禾')).subarray(0, 7)],
    ['claims more than there is', Buffer.from([0x1c, 2, 110, 0x7f, 0xff, 65])],
    ['is a resource without an end', Buffer.from('8BIM\x04\x04\xff', 'latin1')],
    ['is a resource that claims gigabytes', Buffer.from('8BIM\x03\xed\0\0\xff\xff\xff\xff8BIM', 'latin1')],
  ])('says nothing when its IPTC %s', (_, iptc) => {
    expect(wordsOf({ iptc })).toEqual({})
  })

  it('says nothing when its EXIF points behind its end', () => {
    expect(wordsOf({ exif: Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f', 'latin1') })).toEqual({})
  })
})
