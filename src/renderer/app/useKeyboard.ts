import { useEffect } from 'react'

import { matches, parseShortcut } from '#shared/commands/shortcut.ts'
import { commands, isCommandId } from '#shared/commands/table.ts'
import { useBase } from '../platform/context.tsx'
import { isComposing, isMac } from '../platform/keyboard.ts'
import { runCommand } from '../state/commands.ts'

const shortcuts = commands.flatMap(({ id, shortcut }) =>
  shortcut === null ? [] : [{ id, shortcut: parseShortcut(shortcut) }],
)

/**
 * Shortcuts pressed in the window, and commands chosen in the menu bar around it. While an input method composes, none
 * of them acts: the keys are the input method's, and a command would take half a word away.
 */
export function useKeyboard(): void {
  const { host } = useBase()
  useEffect(() => {
    let composing = false
    const onComposition = (event: Event) => {
      composing = event.type !== 'compositionend'
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || composing || isComposing(event)) return
      // AltGr reports itself as Ctrl+Alt, and is how many keyboards type letters.
      if (event.getModifierState('AltGraph')) return
      const found = shortcuts.find(({ shortcut }) => matches(shortcut, event, isMac))
      if (found !== undefined && runCommand(found.id)) event.preventDefault()
    }
    window.addEventListener('compositionstart', onComposition)
    window.addEventListener('compositionend', onComposition)
    window.addEventListener('keydown', onKeyDown)
    const stop = host.on('host.command', ({ id }) => {
      if (!composing && isCommandId(id)) runCommand(id)
    })
    return () => {
      window.removeEventListener('compositionstart', onComposition)
      window.removeEventListener('compositionend', onComposition)
      window.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [host])
}
