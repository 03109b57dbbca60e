import type { MediaHash } from '../domain/ids.ts'

/** Media are raw bytes and therefore outside the table of JSON routes (routes.ts). The server hashes what it gets. */
export const mediaPath = (hash: MediaHash): string => `/desk/v1/media/sha256/${hash}`
export const mediaRoute = '/desk/v1/media/sha256/:hash'

/** Largest media file, in bytes. */
export const maxMediaBytes = 50 * 1024 * 1024
