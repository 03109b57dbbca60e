import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** Pixels with enough in them that a file cut short is missing some. */
export const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

/** A moving picture, 10 by 10, each frame of another colour. */
export async function film(frames: number): Promise<Buffer<ArrayBuffer>> {
  const still = (at: number) => {
    const background = { r: at % 256, g: at >> 8, b: (at * 40) % 256 }
    return sharp({ create: { width: 10, height: 10, channels: 3, background } })
      .png()
      .toBuffer()
  }
  const stills = await Promise.all(Array.from({ length: frames }, (_, at) => still(at)))
  return Buffer.from(
    await sharp(stills, { join: { animated: true } })
      .gif({ delay: stills.map(() => 90) })
      .toBuffer(),
  )
}

export interface Said {
  exif?: Record<string, string>
  gps?: boolean
  orientation?: number
  xmp?: string
}

/** A photograph as a camera writes it: 60 by 40, red on the left and blue on the right as its pixels lie. */
export async function photograph({ exif = {}, gps = false, orientation, xmp }: Said = {}): Promise<
  Buffer<ArrayBuffer>
> {
  const pixels = Buffer.from(
    Array.from({ length: 60 * 40 }, (_, at) => (at % 60 < 30 ? [255, 0, 0] : [0, 0, 255])).flat(),
  )
  let picture = sharp(pixels, { raw: { width: 60, height: 40, channels: 3 } }).withExif({
    IFD0: { Make: 'Invented Cameras', ...exif },
    ...(gps
      ? {
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '40/1 50/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '111/1 40/1 0/1',
          },
        }
      : {}),
  })
  if (orientation !== undefined) picture = picture.withMetadata({ orientation })
  if (xmp !== undefined) picture = picture.withXmp(xmp)
  return Buffer.from(await picture.jpeg({ quality: 95 }).toBuffer())
}

/** XMP as photo desks write it. */
export const xmpPacket = (properties: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** One IIM dataset of record 2. */
export function iimDataset(number: number, text: Uint8Array): Buffer {
  const head = Buffer.from([0x1c, 2, number, 0, 0])
  head.writeUInt16BE(text.length, 3)
  return Buffer.concat([head, text])
}
