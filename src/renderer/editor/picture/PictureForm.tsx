import { useExtensionDependency } from '@lexical/react/useExtensionComponent'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import type { NodeKey } from 'lexical'
import { useEffect, useRef } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { InputMethodsExtension } from '../InputMethodsExtension.ts'
import { useTyped } from '../useTyped.ts'
import { CHANGE_DETAILS_COMMAND } from './commands.ts'
import type { DetailName } from './details.ts'
import { details } from './details.ts'
import styles from './Picture.module.css'
import type { PictureData } from './PictureNode.tsx'
import { PictureWordsExtension } from './PictureWordsExtension.ts'

interface Props {
  nodeKey: NodeKey
  picture: PictureData
  /** The field to go to. */
  sentTo: DetailName | null
  onArrived: () => void
}

export function PictureForm({ nodeKey, picture, sentTo, onArrived }: Props) {
  const t = useT()
  return (
    <fieldset className={styles.form} aria-label={t('writing.pictureDetails')}>
      {details.map(({ name }) => (
        <DetailField
          key={name}
          name={name}
          nodeKey={nodeKey}
          stored={picture[name]}
          wanted={sentTo === name}
          onArrived={onArrived}
        />
      ))}
    </fieldset>
  )
}

interface FieldProps {
  name: DetailName
  nodeKey: NodeKey
  stored: string
  wanted: boolean
  onArrived: () => void
}

function DetailField({ name, nodeKey, stored, wanted, onArrived }: FieldProps) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const editable = useLexicalEditable()
  const input = useRef<HTMLInputElement>(null)
  /** All that is typed on one visit to the field is one step of undo. */
  const newStep = useRef(true)
  const fromFile = useOrigin(nodeKey, name, stored)
  const inputMethods = useExtensionDependency(InputMethodsExtension).output
  const store = (text: string) => {
    const change = { nodeKey, change: { [name]: text }, newStep: newStep.current }
    // At once: a word that has to be on disk now cannot wait for the editor's next turn.
    editor.update(() => editor.dispatchCommand(CHANGE_DETAILS_COMMAND, change), { discrete: true })
    newStep.current = false
  }
  const typed = useTyped(stored, store, inputMethods)
  useEffect(() => {
    if (!wanted) return
    input.current?.focus()
    onArrived()
  }, [wanted, onArrived])

  const detail = details.find((candidate) => candidate.name === name)
  if (detail === undefined) return null
  return (
    <TextField
      {...typed}
      ref={input}
      label={t(detail.label)}
      maxLength={detail.limit}
      required={detail.required}
      disabled={!editable}
      className={detail.required && stored.trim() === '' ? styles.lacking : undefined}
      hint={fromFile ?? (name === 'alt' ? t('attribution.altHint') : undefined)}
      data-detail={name}
      onFocus={() => {
        newStep.current = true
      }}
    />
  )
}

/** Says that the words in a field are the file's own, for as long as they are. */
function useOrigin(nodeKey: NodeKey, name: DetailName, stored: string): string | undefined {
  const t = useT()
  const { readFromFile } = useExtensionDependency(PictureWordsExtension).output
  const said = readFromFile.get(nodeKey)?.[name]
  if (said === undefined || said.text !== stored) return undefined
  const origin = said.origin.toUpperCase()
  return t(said.guessed ? 'writing.pictureWordsGuessed' : 'writing.pictureWordsRead', { origin })
}
