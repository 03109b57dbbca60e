import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'

import { useDraft, useDraftValue } from '#renderer/draft/context.tsx'
import type { DraftSession, DraftSnapshot } from '#renderer/draft/DraftSession.ts'
import { Editor } from '#renderer/editor/Editor.tsx'
import type { EditorHost } from '#renderer/editor/HostExtension.ts'
import { SHOW_DETAIL_COMMAND } from '#renderer/editor/picture/commands.ts'
import { pictureChanger } from '#renderer/editor/picture/changePicture.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useCore, useHost, usePlatform } from '#renderer/platform/context.tsx'
import { usePreferences } from '#renderer/state/queries.ts'
import { TextCommands } from './TextCommands.tsx'
import type { TitleLinesHandle } from './TitleLines.tsx'
import { TitleLines } from './TitleLines.tsx'

/** The opened article: title lines and body, on paper. Read-only for who may not write in it. */
export function WritingPane() {
  const draft = useDraft()
  // Another session is another editor, even of the same article: a reader may be shown its next revision.
  return <Manuscript key={sessionKey(draft)} draft={draft} />
}

function Manuscript({ draft }: { draft: DraftSession }) {
  const host = useEditorHost()
  const editable = useDraftValue(isEditable)
  const { data: preferences } = usePreferences()
  const titles = useRef<TitleLinesHandle>(null)
  const [editor, setEditor] = useState<LexicalEditor | null>(null)
  const blocks = useCallback(() => draft.content().blocks, [draft])
  const report = useCallback((ops: Parameters<DraftSession['applyBlocks']>[0]) => draft.applyBlocks(ops), [draft])

  useEffect(() => {
    if (editor === null) return undefined
    const change = pictureChanger(editor)
    return draft.onPictureChange(({ blockId, details }) => change(blockId, details))
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
        hold={draft.hold}
        host={host}
        editable={editable}
        firstLineIndent={preferences?.firstLineIndent ?? true}
      >
        <TitleLines ref={titles} onLeave={() => editor?.focus(undefined, { defaultSelection: 'rootStart' })} />
      </Editor>
    </>
  )
}

function useEditorHost(): EditorHost {
  const t = useT()
  const core = useCore()
  const host = useHost()
  const platform = usePlatform()
  return useMemo(
    () => ({
      t,
      addPicture: (bytes) => core.media.add({ bytes }),
      mediaUrl: (hash) => platform.mediaUrl(hash),
      // A browser that cannot be opened is no reason to disturb the writing.
      openLink: (url) => void host.host.openExternal({ url }).catch(() => undefined),
    }),
    [t, core, host, platform],
  )
}

const isEditable = ({ editable }: DraftSnapshot) => editable

const keys = new WeakMap<DraftSession, number>()
let sessions = 0

function sessionKey(session: DraftSession): number {
  const known = keys.get(session)
  if (known !== undefined) return known
  sessions += 1
  keys.set(session, sessions)
  return sessions
}
