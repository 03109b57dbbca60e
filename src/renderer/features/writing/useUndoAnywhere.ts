import type { LexicalEditor } from 'lexical'
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { useEffect } from 'react'

import { matches, parseShortcut } from '#shared/commands/shortcut.ts'
import { isComposing, isMac } from '#renderer/platform/keyboard.ts'

const undo = parseShortcut('Mod+Z')
const redos = [parseShortcut('Mod+Shift+Z'), ...(isMac ? [] : [parseShortcut('Mod+Y')])]

/**
 * The keys of undo, pressed where nobody can write: in the list, the history, on a button. They mean the article then.
 * A field has its own undo, and while a dialog is open there is nothing behind it to be changed.
 */
export function useUndoAnywhere(editor: LexicalEditor | null): void {
  useEffect(() => {
    if (editor === null) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || !isElsewhere(event.target)) return
      const isUndo = matches(undo, event, isMac)
      if (!isUndo && !redos.some((redo) => matches(redo, event, isMac))) return
      event.preventDefault()
      editor.dispatchCommand(isUndo ? UNDO_COMMAND : REDO_COMMAND, undefined)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [editor])
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !target.isContentEditable &&
  target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"]') === null
