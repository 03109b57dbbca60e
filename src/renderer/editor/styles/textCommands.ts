import type { LexicalEditor } from 'lexical'
import {
  COMMAND_PRIORITY_CRITICAL,
  createCommand,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
} from 'lexical'

import type { Shortcut } from '#shared/commands/shortcut.ts'
import { matches, parseShortcut } from '#shared/commands/shortcut.ts'
import type { CommandId } from '#shared/commands/table.ts'
import { commands } from '#shared/commands/table.ts'
import { isComposing, isMac } from '#renderer/platform/keyboard.ts'
import { NEXT_CLASH_COMMAND } from '../clash/ClashExtension.ts'
import { setBlockStyle } from './blockStyle.ts'

/** A command of the workstation that the editor carries out. */
export type TextCommand = Extract<CommandId, `text.${string}`>

const isTextCommand = (id: string): id is TextCommand => id.startsWith('text.')

export const textCommands: readonly TextCommand[] = commands.map(({ id }) => id).filter(isTextCommand)

/** Asks for the address of a link. */
export const EDIT_LINK_COMMAND = createCommand<void>('galley/EditLink')
/** Asks for picture files. */
export const PICK_PICTURES_COMMAND = createCommand<void>('galley/PickPictures')

export function runTextCommand(editor: LexicalEditor, id: TextCommand): void {
  switch (id) {
    case 'text.bold':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')
      break
    case 'text.italic':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')
      break
    case 'text.link':
      editor.dispatchCommand(EDIT_LINK_COMMAND)
      break
    case 'text.picture':
      editor.dispatchCommand(PICK_PICTURES_COMMAND)
      break
    case 'text.nextClash':
      editor.dispatchCommand(NEXT_CLASH_COMMAND)
      break
    case 'text.paragraph':
    case 'text.heading2':
    case 'text.heading3':
    case 'text.quote':
    case 'text.numberList':
    case 'text.bulletList':
      setBlockStyle(editor, blockStyles[id])
      break
  }
}

const blockStyles = {
  'text.paragraph': 'paragraph',
  'text.heading2': 'heading2',
  'text.heading3': 'heading3',
  'text.quote': 'quote',
  'text.numberList': 'numberList',
  'text.bulletList': 'bulletList',
} as const

const shortcuts: [Shortcut, TextCommand][] = commands.flatMap(({ id, shortcut }) =>
  isTextCommand(id) && shortcut !== null ? [[parseShortcut(shortcut), id] as [Shortcut, TextCommand]] : [],
)

/** The shortcuts of the commands table, in the text. The window leaves alone what was prevented here. */
export const ShortcutsExtension = defineExtension({
  name: 'galley/Shortcuts',
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (isComposing(event) || event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return false
        const match = shortcuts.find(([shortcut]) => matches(shortcut, event, isMac))
        if (match === undefined) return false
        event.preventDefault()
        if (editor.isEditable()) runTextCommand(editor, match[1])
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
})
