import type { Statement } from '#pictures/contract.ts'
import type { PictureBlock } from '#shared/document/blocks.ts'
import { aiLabel } from '#shared/document/render/aiLabel.ts'
import { printedPicture } from '#shared/document/render/pictureWords.ts'
import type { AiUse } from '#shared/domain/attribution.ts'
import type { PublicationId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'

/** IPTC's terms; those of schema.org in jsonLd.ts mean the same. */
const digitalSourceType = {
  assisted: 'compositeWithTrainedAlgorithmicMedia',
  generated: 'trainedAlgorithmicMedia',
} as const

/** What a picture's published file says of itself: what is printed under it and said in JSON-LD, from the same record. */
export const statementOf = (
  picture: PictureBlock,
  aiUse: AiUse | null,
  newsroom: Newsroom,
  publicationId: PublicationId,
): Statement => ({
  ...printedPicture(picture),
  digitalSourceType: aiUse === null || aiUse === 'none' ? null : digitalSourceType[aiUse],
  aigc: aiLabel(aiUse, newsroom, publicationId),
})
