import { MediaHash } from '#shared/domain/ids.ts'

import type { FindMedia } from '../processes/keepCore.ts'
import type { Asset } from './assets.ts'
import { realFileInside } from './assets.ts'

const pictures = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** The picture behind `/media/<hash>`; null unless this profile has a picture of exactly that hash. */
export async function findPicture(dataDir: string, name: string, find: FindMedia): Promise<Asset | null> {
  const hash = MediaHash.safeParse(name)
  if (!hash.success) return null
  const file = await find(hash.data)
  // The core is trusted; a picture is a stranger's bytes all the same, and is never served as anything but a picture.
  if (file === null || !pictures.has(file.mimeType)) return null
  const path = await realFileInside(dataDir, file.path)
  return path === null ? null : { path, mimeType: file.mimeType }
}

/** The hash in `/media/<hash>`, or null for any other path. */
export const mediaName = (urlPath: string): string | null => /^\/media\/([^/]+)$/.exec(urlPath)?.[1] ?? null
