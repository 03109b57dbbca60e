import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useExtensionDependency } from '@lexical/react/useExtensionComponent'
import type { LexicalEditor } from 'lexical'
import { configExtension, defineExtension } from 'lexical'
import type { ReactNode, Ref } from 'react'
import { useImperativeHandle, useLayoutEffect, useState } from 'react'

import type { Block } from '#shared/document/blocks.ts'
import type { Direction } from '#shared/document/undo.ts'
import type { InputMethods } from '#renderer/draft/Composing.ts'
import type { EditorHost } from './HostExtension.ts'
import { HostExtension } from './HostExtension.ts'
import type { JournalConfig } from './journal/JournalExtension.ts'
import { JournalExtension } from './journal/JournalExtension.ts'
import { InputMethodsExtension } from './InputMethodsExtension.ts'
import { rootExtension } from './rootExtension.ts'
import { Sheet } from './Sheet.tsx'
import { UndoExtension } from './undo/UndoExtension.ts'

export interface EditorProps {
  /** Read once: an editor belongs to one article. Give another article another `key`. */
  blocks: () => readonly Block[]
  /** What to do to `blocks` so that they become what the editor shows. Has to be stable. */
  report: JournalConfig['report']
  /** Told what input methods do. Has to be stable. */
  inputMethods: InputMethods
  /** Takes back what was last done, or does it again. Has to be stable. */
  undo: (direction: Direction) => void
  canUndo: boolean
  canRedo: boolean
  /** Has to be stable, or to change when something in it does. */
  host: EditorHost
  editable: boolean
  /** Two characters at the start of each paragraph. */
  firstLineIndent: boolean
  /** Stands above the text, in the same column. */
  children?: ReactNode
  ref?: Ref<LexicalEditor>
}

/** The body of one article, with its toolbar. */
export function Editor({
  blocks,
  report,
  inputMethods,
  undo,
  firstLineIndent,
  children,
  ref,
  ...settings
}: EditorProps) {
  const [extension] = useState(() =>
    defineExtension({
      name: 'galley/Article',
      dependencies: [
        rootExtension,
        configExtension(HostExtension, { host: settings.host }),
        configExtension(InputMethodsExtension, inputMethods),
        configExtension(UndoExtension, { undo }),
        configExtension(JournalExtension, { blocks: blocks(), report }),
      ],
    }),
  )
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Settings {...settings} editorRef={ref} />
      <Sheet editable={settings.editable} firstLineIndent={firstLineIndent}>
        {children}
      </Sheet>
    </LexicalExtensionComposer>
  )
}

interface SettingsProps extends Pick<EditorProps, 'host' | 'editable' | 'canUndo' | 'canRedo'> {
  editorRef: Ref<LexicalEditor> | undefined
}

/** Hands new settings to the running editor. */
function Settings({ host, editable, canUndo, canRedo, editorRef }: SettingsProps) {
  const [editor] = useLexicalComposerContext()
  const { setHost } = useExtensionDependency(HostExtension).output
  const { setUndo } = useExtensionDependency(UndoExtension).output
  useImperativeHandle(editorRef, () => editor, [editor])
  useLayoutEffect(() => editor.setEditable(editable), [editor, editable])
  useLayoutEffect(() => setHost(host), [setHost, host])
  useLayoutEffect(() => setUndo(canUndo, canRedo), [setUndo, canUndo, canRedo])
  return null
}
