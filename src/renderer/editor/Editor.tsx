import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useExtensionDependency } from '@lexical/react/useExtensionComponent'
import type { LexicalEditor } from 'lexical'
import { configExtension, defineExtension } from 'lexical'
import type { ReactNode, Ref } from 'react'
import { useImperativeHandle, useLayoutEffect, useState } from 'react'

import type { Block } from '#shared/document/blocks.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { EditorHost } from './HostExtension.ts'
import { HostExtension } from './HostExtension.ts'
import type { JournalConfig } from './journal/JournalExtension.ts'
import { JournalExtension } from './journal/JournalExtension.ts'
import { rootExtension } from './rootExtension.ts'
import { Sheet } from './Sheet.tsx'

export interface EditorProps {
  /** Read once: an editor belongs to one article. Give another article another `key`. */
  blocks: () => readonly Block[]
  /** What to do to `blocks` so that they become what the editor shows. Has to be stable. */
  report: (ops: JournalOp[]) => void
  /** Told while words are shown that are not reported yet: see JournalConfig. Has to be stable. */
  hold: JournalConfig['hold']
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
export function Editor({ blocks, report, hold, host, editable, firstLineIndent, children, ref }: EditorProps) {
  const [extension] = useState(() =>
    defineExtension({
      name: 'galley/Article',
      dependencies: [
        rootExtension,
        configExtension(HostExtension, { host }),
        configExtension(JournalExtension, { blocks: blocks(), report, hold }),
      ],
    }),
  )
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Settings host={host} editable={editable} editorRef={ref} />
      <Sheet editable={editable} firstLineIndent={firstLineIndent}>
        {children}
      </Sheet>
    </LexicalExtensionComposer>
  )
}

interface SettingsProps {
  host: EditorHost
  editable: boolean
  editorRef: Ref<LexicalEditor> | undefined
}

/** Hands new settings to the running editor. */
function Settings({ host, editable, editorRef }: SettingsProps) {
  const [editor] = useLexicalComposerContext()
  const { setHost } = useExtensionDependency(HostExtension).output
  useImperativeHandle(editorRef, () => editor, [editor])
  useLayoutEffect(() => editor.setEditable(editable), [editor, editable])
  useLayoutEffect(() => setHost(host), [setHost, host])
  return null
}
