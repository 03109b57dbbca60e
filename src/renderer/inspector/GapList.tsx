import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'

import { isPicture } from '#shared/document/blocks.ts'
import type { Gap } from '#shared/domain/attributionRules.ts'
import { gapText } from '#shared/messages/gapText.ts'
import type { Translate } from '#shared/messages/format.ts'
import { useT } from '../i18n/context.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import styles from './GapList.module.css'
import { placeId } from './places.ts'
import type { Judged } from './useJudged.ts'
import { useMending } from './useMending.ts'

/** Everything that is missing, each a way to the field that mends it; or that nothing is. */
export function GapList({ judged, editable }: { judged: Judged; editable: boolean }) {
  const t = useT()
  const hard = judged.gaps.filter((gap) => gap.hard)
  const soft = judged.gaps.filter((gap) => !gap.hard)
  return (
    <div className={styles.gaps}>
      <output className={styles.headline}>
        {hard.length === 0 ? (
          <StatusMark icon={CircleCheck}>{t('attribution.complete')}</StatusMark>
        ) : (
          <StatusMark icon={CircleDashed} tone="caution">
            {t('attribution.missing', { n: hard.length })}
          </StatusMark>
        )}
      </output>
      <Gaps gaps={hard} {...{ judged, editable }} />
      {soft.length > 0 && (
        <>
          <p className={styles.headline}>
            <StatusMark icon={CircleAlert} tone="caution">
              {t('attribution.attention')}
            </StatusMark>
          </p>
          <Gaps gaps={soft} {...{ judged, editable }} />
        </>
      )}
    </div>
  )
}

function Gaps({ gaps, judged, editable }: { gaps: readonly Gap[]; judged: Judged; editable: boolean }) {
  const t = useT()
  const mend = useMending()
  if (gaps.length === 0) return null
  return (
    <ul className={styles.list}>
      {gaps.map((gap) => {
        const text = gapText(gap, t, ownerOf(gap, judged, t))
        return (
          <li key={placeId(gap.place) + gap.problem}>
            {editable ? (
              <button type="button" className={styles.gap} onClick={() => mend(gap.place)}>
                {text}
              </button>
            ) : (
              <span className={styles.gap}>{text}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Which of several sources or pictures it is; null where there is only one. */
function ownerOf({ place }: Gap, { content }: Judged, t: Translate): string | null {
  if (place.at === 'picture') {
    const pictures = content.blocks.filter(isPicture)
    return t('attribution.picture', { n: pictures.findIndex(({ $ }) => $.id === place.blockId) + 1 })
  }
  const several = content.fields.attribution.sources.length > 1
  return place.at === 'source' && several ? t('attribution.source', { n: place.index + 1 }) : null
}
