import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'

import { useDraft, useDraftValue } from '#renderer/draft/context.tsx'
import type { DraftSession } from '#renderer/draft/DraftSession.ts'
import type { DraftSnapshot } from '#renderer/draft/types.ts'
import type { EditorProps } from '#renderer/editor/Editor.tsx'
import { Editor } from '#renderer/editor/Editor.tsx'
import type { EditorHost } from '#renderer/editor/HostExtension.ts'
import { settle, showOps } from '#renderer/editor/outside/showOps.ts'
import { SHOW_DETAIL_COMMAND } from '#renderer/editor/picture/commands.ts'
import { pictureChanger } from '#renderer/editor/picture/changePicture.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useCore, useHost, usePlatform } from '#renderer/platform/context.tsx'
import { useNewsroom, usePreferences } from '#renderer/state/queries.ts'
import { TextCommands } from './TextCommands.tsx'
import type { TitleLinesHandle } from './TitleLines.tsx'
import { TitleLines } from './TitleLines.tsx'
import { useUndoAnywhere } from './useUndoAnywhere.ts'

/** The opened article: title lines and body, on paper. Read-only for who may not write in it. */
export function WritingPane() {
  const draft = useDraft()
  // Another article is another editor.
  return <Manuscript key={sessionKey(draft)} draft={draft} />
}

function Manuscript({ draft }: { draft: DraftSession }) {
  const host = useEditorHost(draft)
  const editable = useDraftValue(isEditable)
  const { data: preferences } = usePreferences()
  const titles = useRef<TitleLinesHandle>(null)
  const [editor, setEditor] = useState<LexicalEditor | null>(null)
  const blocks = useCallback(() => draft.content().blocks, [draft])
  const report = useCallback<EditorProps['report']>((ops, edit) => draft.applyBlocks(ops, edit), [draft])
  const undo = useCallback<EditorProps['undo']>((direction) => void draft.undo(direction), [draft])
  const canUndo = useDraftValue(canUndoOf)
  const canRedo = useDraftValue(canRedoOf)
  useUndoAnywhere(editor)

  useEffect(() => {
    if (editor === null) return undefined
    return draft.pages.attach({
      settle: () => settle(editor),
      show: (ops, caret) => showOps(editor, ops, caret),
      changePicture: pictureChanger(editor),
    })
  }, [draft, editor])

  useEffect(
    () =>
      draft.onFocusRequest((place) => {
        if (place.at === 'picture') {
          editor?.dispatchCommand(SHOW_DETAIL_COMMAND, { blockId: place.blockId, detail: place.field })
        } else if (place.at === 'field' && place.field === 'headline') titles.current?.focusHeadline()
        else if (place.at === 'field' && place.field === 'body') editor?.focus()
      }),
    [draft, editor],
  )

  return (
    <>
      {editor !== null && <TextCommands editor={editor} enabled={editable} />}
      <Editor
        ref={setEditor}
        blocks={blocks}
        report={report}
        inputMethods={draft.inputMethods}
        undo={undo}
        canUndo={canUndo}
        canRedo={canRedo}
        host={host}
        editable={editable}
        firstLineIndent={preferences?.firstLineIndent ?? true}
      >
        <TitleLines ref={titles} onLeave={() => editor?.focus(undefined, { defaultSelection: 'rootStart' })} />
      </Editor>
    </>
  )
}

function useEditorHost(draft: DraftSession): EditorHost {
  const t = useT()
  const core = useCore()
  const host = useHost()
  const platform = usePlatform()
  const { data: newsroom } = useNewsroom()
  return useMemo(
    () => ({
      t,
      nameOf: (id) => newsroom?.people.find((person) => person.id === id)?.name ?? null,
      decide: (clash, decision) => draft.clashes.decide(clash, decision),
      writing: {
        me: draft.me,
        keep: (clash, text) => draft.clashes.write(clash, text),
        stop: (clash) => draft.clashes.stopWriting(clash),
        inputMethods: draft.inputMethods,
      },
      addPicture: (bytes) => core.media.add({ bytes }),
      mediaUrl: (hash) => platform.mediaUrl(hash),
      pictureState: async (media) => (await core.media.state({ media })).state,
      // A browser that cannot be opened is no reason to disturb the writing.
      openLink: (url) => void host.host.openExternal({ url }).catch(() => undefined),
    }),
    [t, core, host, platform, newsroom, draft],
  )
}

const isEditable = ({ editable }: DraftSnapshot) => editable
const canUndoOf = ({ canUndo }: DraftSnapshot) => canUndo
const canRedoOf = ({ canRedo }: DraftSnapshot) => canRedo

const keys = new WeakMap<DraftSession, number>()
let sessions = 0

function sessionKey(session: DraftSession): number {
  const known = keys.get(session)
  if (known !== undefined) return known
  sessions += 1
  keys.set(session, sessions)
  return sessions
}
