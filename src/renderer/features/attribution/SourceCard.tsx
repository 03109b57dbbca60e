import { X } from 'lucide-react'

import { useT } from '#renderer/i18n/context.tsx'
import { gapAt, placeId } from '#renderer/inspector/places.ts'
import type { Judged } from '#renderer/inspector/useJudged.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { SourceUse } from '#shared/domain/attribution.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import { gapText } from '#shared/messages/gapText.ts'
import styles from './attribution.module.css'
import { KeptOriginal } from './KeptOriginal.tsx'
import { OriginalAuthorField } from './OriginalAuthorField.tsx'
import { SourceNameField } from './SourceNameField.tsx'

export interface SourceCardProps {
  source: SourceUse
  index: number
  judged: Judged
  kind: ArticleKind
  /** False while it is only the place for the first source. */
  recorded: boolean
  several: boolean
  onChange: (part: Partial<SourceUse>) => void
  onRemove: () => void
}

/** One organisation, and what was taken from it. */
export function SourceCard({ source, index, judged, kind, recorded, several, onChange, onRemove }: SourceCardProps) {
  const t = useT()
  const urlGap = gapAt(judged.gaps, { at: 'source', index, field: 'url' })
  return (
    <div className={several ? styles.card : styles.stack}>
      {several && (
        <header className={styles.cardHead}>
          <h4>{t('attribution.source', { n: index + 1 })}</h4>
          <IconButton
            icon={X}
            label={
              source.name === ''
                ? t('attribution.removeUnnamedSource', { n: index + 1 })
                : t('attribution.removeSource', { name: source.name })
            }
            onClick={onRemove}
          />
        </header>
      )}
      <SourceNameField {...{ source, index, judged, recorded, onChange }} />
      <TextField
        id={placeId({ at: 'source', index, field: 'url' })}
        label={t('newsroom.originalUrl')}
        type="url"
        maxLength={2048}
        spellCheck={false}
        required={kind !== 'wire'}
        placeholder={kind === 'wire' ? t('attribution.ifAny') : 'https://'}
        error={urlGap?.problem === 'invalid' ? gapText(urlGap, t) : undefined}
        value={source.url}
        onChange={(url) => onChange({ url })}
      />
      <OriginalAuthorField {...{ source, index, kind, onChange }} />
      <KeptOriginal {...{ source, index, kind, onChange }} content={judged.content} />
    </div>
  )
}
