import type { PictureBlock } from '#shared/document/blocks.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'

export type DetailName = 'caption' | 'alt' | 'credit' | 'rights' | 'source'

interface Detail {
  name: DetailName
  label: MessageKey
  /** In the stored form: see shared/document/blocks. */
  limit: number
  /** An article cannot be submitted without it. */
  required: boolean
}

export const details: readonly Detail[] = [
  { name: 'caption', label: 'attribution.caption', limit: 2000, required: false },
  { name: 'alt', label: 'attribution.alt', limit: 1000, required: true },
  { name: 'credit', label: 'attribution.credit', limit: 500, required: true },
  { name: 'rights', label: 'attribution.rights', limit: 500, required: true },
  { name: 'source', label: 'attribution.pictureSource', limit: 500, required: true },
]

export const missingDetails = (picture: Pick<PictureBlock, DetailName>): Detail[] =>
  details.filter(({ name, required }) => required && picture[name].trim() === '')
