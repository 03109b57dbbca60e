import type { Ref } from 'react'
import { useImperativeHandle, useRef } from 'react'

import { useDraft, useDraftValue } from '#renderer/draft/context.tsx'
import type { DraftSnapshot } from '#renderer/draft/types.ts'
import { TitleLine } from './TitleLine.tsx'
import styles from './TitleLines.module.css'

export interface TitleLinesHandle {
  focusHeadline: () => void
}

interface Props {
  onLeave: () => void
  ref: Ref<TitleLinesHandle>
}

/** 引题, 标题, 副题: they stand above the body, as they will be printed. */
export function TitleLines({ onLeave, ref }: Props) {
  const draft = useDraft()
  const editable = useDraftValue(isEditable)
  const kicker = useDraftValue(kickerOf)
  const headline = useDraftValue(headlineOf)
  const deck = useDraftValue(deckOf)
  const headlineField = useRef<HTMLTextAreaElement>(null)
  const deckField = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({
    focusHeadline() {
      headlineField.current?.focus()
    },
  }))
  return (
    <header className={styles.lines}>
      {(editable || kicker !== '') && (
        <TitleLine
          name="kicker"
          label="newsroom.kicker"
          placeholder="writing.kickerPlaceholder"
          stored={kicker}
          editable={editable}
          onType={(text) => draft.setFields({ kicker: text })}
          inputMethods={draft.inputMethods}
          onNext={() => headlineField.current?.focus()}
        />
      )}
      <TitleLine
        ref={headlineField}
        name="headline"
        label="newsroom.headline"
        placeholder="writing.headlinePlaceholder"
        stored={headline}
        editable={editable}
        onType={(text) => draft.setFields({ headline: text })}
        inputMethods={draft.inputMethods}
        onNext={() => deckField.current?.focus()}
      />
      {(editable || deck !== '') && (
        <TitleLine
          ref={deckField}
          name="deck"
          label="newsroom.deck"
          placeholder="writing.deckPlaceholder"
          stored={deck}
          editable={editable}
          onType={(text) => draft.setFields({ deck: text })}
          inputMethods={draft.inputMethods}
          onNext={onLeave}
        />
      )}
    </header>
  )
}

const isEditable = ({ editable }: DraftSnapshot) => editable
const kickerOf = ({ fields }: DraftSnapshot) => fields.kicker
const headlineOf = ({ fields }: DraftSnapshot) => fields.headline
const deckOf = ({ fields }: DraftSnapshot) => fields.deck
