import { useEffect, useRef } from 'react'

import type { InputMethods } from '#renderer/draft/Composing.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { isComposing } from '#renderer/platform/keyboard.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { useTyped } from '../useTyped.ts'
import styles from './Clash.module.css'

interface Props {
  /** The words to go on from: as far as this version is written, or a version to begin from. */
  stored: string
  longest: number | undefined
  /** It was asked for just now, and not found half written. */
  focused: boolean
  inputMethods: InputMethods
  /** With every key: half a version is kept as well. */
  onType: (text: string) => void
  onDone: (text: string) => void
  onCancel: () => void
}

/** A version of one's own in the place of the others. */
export function Rewriting({ stored, longest, focused, inputMethods, onType, onDone, onCancel }: Props) {
  const t = useT()
  const { value, ...typed } = useTyped(stored, onType, inputMethods)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  return (
    <div className={styles.rewriting}>
      <TextArea
        label={t('clash.rewriteLabel')}
        rows={4}
        ref={field}
        value={value}
        maxLength={longest}
        {...typed}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onCancel()
        }}
      />
      <div className={styles.acts}>
        <Button onClick={() => onDone(value)}>{t('clash.rewriteDone')}</Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('clash.rewriteCancel')}
        </Button>
      </div>
    </div>
  )
}
