import { signal } from '@lexical/extension'
import {
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  defineExtension,
  mergeRegister,
  REDO_COMMAND,
  safeCast,
  UNDO_COMMAND,
} from 'lexical'

import type { Direction } from '#shared/document/undo.ts'

export interface UndoConfig {
  undo: (direction: Direction) => void
}

/**
 * Undo belongs to the draft and not to the editor: Lexical's own keeps whole states, and going back to one would take
 * away what somebody else wrote since. See docs/adr/0014-undo.md.
 */
export const UndoExtension = defineExtension({
  name: 'galley/Undo',
  config: safeCast<UndoConfig>({ undo: () => undefined }),
  build() {
    const canUndo = signal(false)
    const canRedo = signal(false)
    return {
      canUndo,
      canRedo,
      setUndo: (undo: boolean, redo: boolean) => {
        canUndo.value = undo
        canRedo.value = redo
      },
    }
  },
  register: (editor, { undo }) =>
    mergeRegister(
      ...(
        [
          [UNDO_COMMAND, 'undo'],
          [REDO_COMMAND, 'redo'],
        ] as const
      ).map(([command, direction]) =>
        editor.registerCommand(
          command,
          () => {
            // What was typed in this very moment is reported first.
            $onUpdate(() => undo(direction))
            return true
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    ),
})
