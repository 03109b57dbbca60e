import { CircleCheck, PenLine } from 'lucide-react'
import { useMemo } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { compareTexts } from '#renderer/inspector/compareTexts.ts'
import { placeId } from '#renderer/inspector/places.ts'
import { Section } from '#renderer/ui/Section.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { ArticleContent } from '#shared/document/content.ts'
import { bodyText } from '#shared/document/text.ts'
import { needsChangeReason } from '#shared/domain/attributionRules.ts'
import styles from './attribution.module.css'
import { useAttribution } from './useAttribution.ts'

/** How a reprint differs from its original, and why. A reprint must not distort (国版办发〔2015〕3号). */
export function ChangesSection({ content }: { content: ArticleContent }) {
  const t = useT()
  const { attribution, set } = useAttribution()
  const { headline } = content.fields
  const { blocks } = content
  const [source] = content.fields.attribution.sources
  const found = useMemo(() => {
    if (source === undefined) return null
    const text = source.originalText === '' ? noDifference : compareTexts(source.originalText, bodyText(blocks))
    const title = source.originalTitle === '' ? noDifference : compareTexts(source.originalTitle, headline)
    return { text, titleChanged: title.dropped + title.added + title.reworded > 0 }
  }, [source, blocks, headline])
  if (found === null || source === undefined || source.originalTitle + source.originalText === '') return null
  const { dropped, added, reworded } = found.text
  const words = [
    ...(found.titleChanged ? [t('attribution.titleChanged')] : []),
    ...(dropped > 0 ? [t('attribution.paragraphsDropped', { n: dropped })] : []),
    ...(added > 0 ? [t('attribution.paragraphsAdded', { n: added })] : []),
    ...(reworded > 0 ? [t('attribution.paragraphsReworded', { n: reworded })] : []),
  ]
  return (
    <Section title={t('attribution.changes')}>
      {needsChangeReason(content) ? (
        <div className={styles.stack}>
          <p className={styles.standing}>
            <StatusMark icon={PenLine}>{words.join(t('review.separator'))}</StatusMark>
          </p>
          <TextArea
            id={placeId({ at: 'field', field: 'changeReason' })}
            label={t('attribution.changeReason')}
            hint={t('attribution.changeReasonHint')}
            required
            rows={2}
            maxLength={2000}
            value={attribution.changeReason}
            onChange={(changeReason) => set({ changeReason })}
          />
        </div>
      ) : (
        <StatusMark icon={CircleCheck}>{t('attribution.unchanged')}</StatusMark>
      )}
    </Section>
  )
}

const noDifference = { dropped: 0, added: 0, reworded: 0 }
