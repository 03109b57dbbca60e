import type { LexicalEditor } from 'lexical'

/** Resolves as soon as no input method is composing: what comes from outside has to wait for that. */
export function whenNotComposing(editor: LexicalEditor): Promise<void> {
  if (!editor.isComposing()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = editor.registerUpdateListener(() => {
      if (editor.isComposing()) return
      stop()
      resolve()
    })
  })
}
