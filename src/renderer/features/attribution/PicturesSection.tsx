import { useT } from '#renderer/i18n/context.tsx'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { Section } from '#renderer/ui/Section.tsx'
import { isPicture } from '#shared/document/blocks.ts'
import { PictureCard } from './PictureCard.tsx'

/** Every picture of the article, with what has to be known before it may appear. */
export function PicturesSection({ judged }: { judged: Judged }) {
  const t = useT()
  const pictures = judged.content.blocks.filter(isPicture)
  if (pictures.length === 0) return null
  return (
    <Section title={t('attribution.pictures')}>
      {pictures.map((picture, index) => (
        <PictureCard
          key={picture.$.id}
          picture={picture}
          number={index + 1}
          missing={judged.gaps.filter(({ place }) => place.at === 'picture' && place.blockId === picture.$.id).length}
        />
      ))}
    </Section>
  )
}
