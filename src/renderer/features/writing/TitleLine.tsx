import type { KeyboardEvent, Ref } from 'react'

import { withoutDirections } from '#shared/document/directions.ts'
import { longestTitle } from '#shared/domain/fields.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import type { InputMethods } from '#renderer/draft/Composing.ts'
import { useTyped } from '#renderer/editor/useTyped.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { isComposing } from '#renderer/platform/keyboard.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './TitleLines.module.css'

interface Props {
  name: 'kicker' | 'headline' | 'deck'
  label: MessageKey
  placeholder: MessageKey
  stored: string
  editable: boolean
  onType: (text: string) => void
  /** Told while an input method shows what is not typed yet. */
  inputMethods: InputMethods
  /** Enter: the next line of the title, or the body. */
  onNext: () => void
  ref?: Ref<HTMLTextAreaElement>
}

/** One line of a title: plain text that may wrap but has no line breaks of its own. */
export function TitleLine({ name, label, placeholder, stored, editable, onType, inputMethods, onNext, ref }: Props) {
  const t = useT()
  const { value, onChange, onCompositionStart, onCompositionEnd } = useTyped(stored, onType, inputMethods)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    onNext()
  }
  return (
    // The copy in the attribute gives the field its height: it is laid out by the same engine, with no measuring.
    <div className={cx(styles.line, styles[name])} data-text={`${value === '' ? t(placeholder) : value} `}>
      <textarea
        ref={ref}
        rows={1}
        maxLength={longestTitle}
        aria-label={t(label)}
        placeholder={t(placeholder)}
        readOnly={!editable}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(oneLine(event.target.value))}
        onKeyDown={onKeyDown}
        onCompositionStart={onCompositionStart}
        onCompositionEnd={onCompositionEnd}
      />
    </div>
  )
}

/** A pasted line break becomes a space, and none where Chinese characters meet. Nothing shows words in another order. */
const oneLine = (text: string): string =>
  withoutDirections(text)
    .replaceAll(/(?<=\p{Script=Han})[\r\n]+(?=\p{Script=Han})/gu, '')
    .replaceAll(/[\r\n]+/g, ' ')
