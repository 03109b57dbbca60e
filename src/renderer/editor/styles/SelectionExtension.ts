import { batch, signal } from '@lexical/extension'
import { $getSelection, $isRangeSelection, defineExtension } from 'lexical'

import { $linkAround } from '../links/setLink.ts'
import type { BlockStyle } from './blockStyle.ts'
import { $blockStyleOf } from './blockStyle.ts'

/** What the toolbar shows of the place where the caret is. Signals: only what is different draws anew. */
export const SelectionExtension = defineExtension({
  name: 'galley/Selection',
  build: () => ({
    style: signal<BlockStyle | null>('paragraph'),
    bold: signal(false),
    italic: signal(false),
    link: signal(false),
  }),
  register(editor, _config, state) {
    const { style, bold, italic, link } = state.getOutput()
    return editor.registerUpdateListener(({ editorState }) => {
      editorState.read(() => {
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return
        const node = selection.anchor.getNode()
        batch(() => {
          style.value = $blockStyleOf(node)
          bold.value = selection.hasFormat('bold')
          italic.value = selection.hasFormat('italic')
          link.value = $linkAround(node) !== null
        })
      })
    })
  },
})
