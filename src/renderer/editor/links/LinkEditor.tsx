import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Check, Unlink } from 'lucide-react'
import type { LexicalEditor } from 'lexical'
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, getDOMSelection } from 'lexical'
import { useEffect, useId, useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { EDIT_LINK_COMMAND } from '../styles/textCommands.ts'
import { linkAddress } from './address.ts'
import styles from './LinkEditor.module.css'
import { $linkAround, $removeLinks, $setLink } from './setLink.ts'

interface Place {
  /** Of the chosen words, in the sheet that holds the editor; pixels. */
  left: number
  top: number
  /** Of the link that is there already. */
  url: string
}

const highlight = 'galley-link-target'

/** Asks for the address of the chosen words, right below them. */
export function LinkEditor({ sheet }: { sheet: HTMLElement | null }) {
  const [editor] = useLexicalComposerContext()
  const [place, setPlace] = useState<Place | null>(null)

  useEffect(
    () =>
      editor.registerCommand(
        EDIT_LINK_COMMAND,
        () => {
          if (sheet !== null) setPlace(editor.read(() => $placeOfSelection(sheet)))
          return true
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor, sheet],
  )
  if (place === null) return null
  const close = () => {
    CSS.highlights.delete(highlight)
    setPlace(null)
    editor.focus()
  }
  return <AddressForm key={`${place.left} ${place.top}`} editor={editor} place={place} onClose={close} />
}

function AddressForm({ editor, place, onClose }: { editor: LexicalEditor; place: Place; onClose: () => void }) {
  const t = useT()
  const errorId = useId()
  const [text, setText] = useState(place.url)
  const [refused, setRefused] = useState(false)
  const apply = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const url = linkAddress(text)
    if (url === null) {
      setRefused(true)
      return
    }
    editor.update(() => $setLink(url))
    onClose()
  }
  return (
    <form className={styles.panel} style={{ left: place.left, top: place.top }} onSubmit={apply}>
      <div className={styles.row}>
        <input
          // The person has just asked for it, and has nothing else to do here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="text"
          inputMode="url"
          className={styles.input}
          aria-label={t('writing.linkAddress')}
          aria-invalid={refused}
          aria-describedby={refused ? errorId : undefined}
          placeholder="https://"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setRefused(false)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
        />
        <IconButton icon={Check} label={t('writing.linkApply')} type="submit" />
        {place.url !== '' && (
          <IconButton
            icon={Unlink}
            label={t('writing.linkRemove')}
            onClick={() => {
              editor.update($removeLinks)
              onClose()
            }}
          />
        )}
      </div>
      {refused && (
        <p id={errorId} role="alert" className={styles.error}>
          {t('writing.linkInvalid')}
        </p>
      )}
    </form>
  )
}

function $placeOfSelection(sheet: HTMLElement): Place | null {
  const selection = $getSelection()
  const dom = getDOMSelection(window)
  if (!$isRangeSelection(selection) || dom === null || dom.rangeCount === 0) return null
  const range = dom.getRangeAt(0)
  // The field takes the focus, and with it the selection's colour: this stands in for it.
  CSS.highlights.set(highlight, new Highlight(range.cloneRange()))
  const words = range.getBoundingClientRect()
  const around = sheet.getBoundingClientRect()
  const link = $linkAround(selection.anchor.getNode())
  return {
    left: Math.max(0, Math.min(words.left - around.left, around.width - 360)),
    top: words.bottom - around.top + 6,
    url: link?.getURL() ?? '',
  }
}
