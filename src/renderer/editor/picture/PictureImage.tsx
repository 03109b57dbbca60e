import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import { ImageOff } from 'lucide-react'
import { useState } from 'react'

import type { PictureState } from '#shared/contract/media.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { HostExtension } from '../HostExtension.ts'
import styles from './Picture.module.css'
import type { PictureData } from './PictureNode.tsx'

/** What is said of a picture that cannot be shown, and what to do about it. */
const words = {
  here: 'writing.pictureUnseen',
  unreadable: 'writing.pictureUnreadable',
  atDesk: 'writing.pictureAtDesk',
  lost: 'writing.pictureLost',
} as const satisfies Record<PictureState, string>

/** The box keeps the picture's place from the first moment, so that nothing moves when it has come. */
export function PictureImage({ picture: { media, width, height, alt } }: { picture: PictureData }) {
  const t = useT()
  const { mediaUrl, pictureState } = useExtensionSignalValue(HostExtension, 'host')
  const [trouble, setTrouble] = useState<PictureState | null>(null)
  const [attempt, setAttempt] = useState(0)
  const findOut = () => {
    pictureState(media).then(setTrouble, () => setTrouble('here'))
  }
  if (trouble !== null) {
    return (
      <output className={styles.broken}>
        <ImageOff size={18} strokeWidth={1.75} aria-hidden />
        <span>{t(words[trouble])}</span>
        <Button
          variant="quiet"
          onClick={() => {
            setTrouble(null)
            setAttempt(attempt + 1)
          }}
        >
          {t('writing.pictureAgain')}
        </Button>
      </output>
    )
  }
  return (
    <img
      // A browser remembers what could not be loaded; another query is another try.
      src={attempt === 0 ? mediaUrl(media) : `${mediaUrl(media)}?again=${attempt}`}
      className={styles.image}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={findOut}
    />
  )
}
