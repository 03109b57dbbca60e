import type { LexicalEditor } from 'lexical'
import { useCallback } from 'react'

import type { TextCommand } from '#renderer/editor/styles/textCommands.ts'
import { runTextCommand, textCommands } from '#renderer/editor/styles/textCommands.ts'
import { useCommand } from '#renderer/state/commands.ts'

interface Props {
  editor: LexicalEditor
  enabled: boolean
}

/** Lets the menu bar and the palette act on the text. */
export function TextCommands({ editor, enabled }: Props) {
  return textCommands.map((id) => <Binding key={id} id={id} editor={editor} enabled={enabled} />)
}

function Binding({ id, editor, enabled }: Props & { id: TextCommand }) {
  const run = useCallback(() => runTextCommand(editor, id), [editor, id])
  useCommand(id, run, enabled)
  return null
}
