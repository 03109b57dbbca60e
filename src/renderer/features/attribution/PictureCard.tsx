import { CircleCheck, CircleDashed, ScanSearch } from 'lucide-react'
import { useState } from 'react'

import { useDraft } from '#renderer/draft/context.tsx'
import { useT } from '#renderer/i18n/context.tsx'
import { placeId } from '#renderer/inspector/places.ts'
import { usePlatform } from '#renderer/platform/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { PictureBlock } from '#shared/document/blocks.ts'
import styles from './attribution.module.css'
import { useHeldText } from './useHeldText.ts'

const maxLength = { alt: 1000, caption: 2000, credit: 500, rights: 500, source: 500 } as const
type PictureField = keyof typeof maxLength

/** One picture: unfolded while something of it is missing. */
export function PictureCard({ picture, number, missing }: { picture: PictureBlock; number: number; missing: number }) {
  const t = useT()
  const session = useDraft()
  const platform = usePlatform()
  const [open] = useState(missing > 0)
  const { $, media, alt, caption } = picture
  const text = caption.trim() === '' ? alt : caption
  return (
    <details className={styles.card} open={open}>
      <summary className={styles.pictureHead}>
        <img src={platform.mediaUrl(media)} alt="" className={styles.thumb} />
        <span className={styles.pictureName}>
          <strong>{t('attribution.picture', { n: number })}</strong>
          <span className={styles.faint}>{text}</span>
        </span>
        {missing === 0 ? (
          <StatusMark icon={CircleCheck}>{t('attribution.pictureComplete')}</StatusMark>
        ) : (
          <StatusMark icon={CircleDashed} tone="caution">
            {t('attribution.pictureMissing', { n: missing })}
          </StatusMark>
        )}
      </summary>
      <div className={styles.cardBody}>
        <PictureText
          picture={picture}
          field="alt"
          label={t('attribution.alt')}
          placeholder={t('attribution.altHint')}
        />
        <PictureText picture={picture} field="caption" label={t('attribution.caption')} />
        <div className={styles.halves}>
          <PictureText picture={picture} field="credit" label={t('attribution.credit')} />
          <PictureText picture={picture} field="source" label={t('attribution.pictureSource')} />
        </div>
        <PictureText picture={picture} field="rights" label={t('attribution.rights')} />
        <div className={styles.buttons}>
          <Button
            variant="quiet"
            icon={ScanSearch}
            onClick={() => session.requestFocus({ at: 'picture', blockId: $.id, field: 'alt' })}
          >
            {t('attribution.showInText')}
          </Button>
        </div>
      </div>
    </details>
  )
}

interface PictureTextProps {
  picture: PictureBlock
  field: PictureField
  label: string
  placeholder?: string
}

function PictureText({ picture, field, label, placeholder }: PictureTextProps) {
  const session = useDraft()
  const blockId = picture.$.id
  const held = useHeldText(picture[field], (text) => session.updatePicture(blockId, { [field]: text }))
  return (
    <TextField
      id={field === 'caption' ? undefined : placeId({ at: 'picture', blockId, field })}
      label={label}
      required={field !== 'caption'}
      maxLength={maxLength[field]}
      placeholder={placeholder}
      {...held}
    />
  )
}
