import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { placeId } from '#renderer/inspector/places.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { SourceUse } from '#shared/domain/attribution.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import styles from './attribution.module.css'

interface OriginalAuthorFieldProps {
  source: SourceUse
  index: number
  kind: ArticleKind
  onChange: (part: Partial<SourceUse>) => void
}

/** Who wrote the original, or that its source does not say: one of the two has to be said on purpose. */
export function OriginalAuthorField({ source, index, kind, onChange }: OriginalAuthorFieldProps) {
  const t = useT()
  const { originalAuthor } = source
  const notStated = originalAuthor?.kind === 'notStated'
  const names = originalAuthor?.kind === 'named' ? originalAuthor.names : ''
  /** Comes back when “not stated” is taken back. */
  const [before, setBefore] = useState('')
  const setNotStated = (checked: boolean) => {
    if (checked) setBefore(names)
    onChange({ originalAuthor: checked ? { kind: 'notStated' } : { kind: 'named', names: before } })
  }
  return (
    <div className={styles.withChoice} id={placeId({ at: 'source', index, field: 'originalAuthor' })}>
      <TextField
        label={t('newsroom.originalAuthor')}
        required={kind !== 'wire'}
        maxLength={500}
        disabled={notStated}
        placeholder={kind === 'wire' ? t('attribution.ifAny') : ''}
        value={notStated ? t('newsroom.authorNotStated') : names}
        onChange={(text) => onChange({ originalAuthor: text === '' ? null : { kind: 'named', names: text } })}
      />
      <Checkbox label={t('attribution.authorNotStatedShort')} checked={notStated} onChange={setNotStated} />
    </div>
  )
}
