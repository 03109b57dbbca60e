import type Sharp from 'sharp'

import { GalleyError } from '#shared/rpc/errors.ts'

export type Decoder = typeof Sharp

const loaders = ['Jpeg', 'Png', 'Nsgif', 'Webp'].flatMap((kind) =>
  ['File', 'Buffer'].map((from) => `VipsForeignLoad${kind}${from}`),
)

let loading: Promise<Decoder> | undefined

/** libvips, with nothing open but the four kinds that Galley shows. Throws `decoder_unavailable` where it does not load. */
export function decoder(): Promise<Decoder> {
  loading ??= load()
  return loading
}

async function load(): Promise<Decoder> {
  try {
    const { default: sharp } = await import('sharp')
    // Every other loader (SVG, PDF, TIFF, HEIF...) is a parser for strangers' bytes that nobody here needs.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: loaders })
    // No two pictures are the same, and memory belongs to the editors.
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  } catch (error) {
    throw new GalleyError('decoder_unavailable', { reason: String(error) }, { cause: error })
  }
}
