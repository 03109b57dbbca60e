import { GalleyError } from '#shared/rpc/errors.ts'

/**
 * Why a file is no picture that may be kept: of a type that is not shown; cut off or garbled; a picture and another
 * kind of file at once.
 */
export type Unsupported = 'type' | 'damaged' | 'polyglot'

export const unsupported = (reason: Unsupported, cause?: unknown): GalleyError =>
  new GalleyError('media_unsupported', { reason }, { cause })

export const tooLarge = (reason: 'pixels' | 'frames', found: number, limit: number): GalleyError =>
  new GalleyError('too_large', { reason, found, limit })
