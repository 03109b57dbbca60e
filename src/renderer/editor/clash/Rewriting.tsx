import { useEffect, useRef, useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { isComposing } from '#renderer/platform/keyboard.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import styles from './Clash.module.css'

interface Props {
  /** The words to begin from. */
  start: string
  onDone: (text: string) => void
  onCancel: () => void
}

/** A version of one's own in the place of the others. */
export function Rewriting({ start, onDone, onCancel }: Props) {
  const t = useT()
  const [text, setText] = useState(start)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div className={styles.rewriting}>
      <TextArea
        label={t('clash.rewriteLabel')}
        rows={4}
        ref={field}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onCancel()
        }}
      />
      <div className={styles.acts}>
        <Button onClick={() => onDone(text)}>{t('clash.rewriteDone')}</Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('clash.rewriteCancel')}
        </Button>
      </div>
    </div>
  )
}
