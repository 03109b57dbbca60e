import { createHash } from 'node:crypto'

import { MediaHash } from '#shared/domain/ids.ts'

/** The smallest GIF there is, made another file by bytes behind its end. */
export const gif = (salt = ''): Buffer<ArrayBuffer> =>
  Buffer.concat([Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'), Buffer.from(salt)])

export const hashOf = (bytes: Uint8Array): MediaHash =>
  MediaHash.parse(createHash('sha256').update(bytes).digest('hex'))
