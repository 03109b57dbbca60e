import type { MediaFile } from '#shared/contract/media.ts'

/** How the name of a picture's file ends outside of the library, where files have no other mark of their type. */
export const pictureEndings: Readonly<Record<MediaFile['mimeType'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
}
