import type { LexicalEditor } from 'lexical'
import { $getRoot, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG } from 'lexical'

import type { BlockId } from '#shared/domain/ids.ts'
import { $blockId } from '../blocks/blockId.ts'
import type { DetailName } from './details.ts'
import { $isPictureNode } from './PictureNode.tsx'

/** Milliseconds: changes of the same details in quicker succession are one step of undo. */
const pause = 1000

/** Changes a picture's details from another pane; the editor reports the change before this returns. */
export function pictureChanger(editor: LexicalEditor) {
  let last = { what: '', at: 0 }
  return (blockId: BlockId, change: Partial<Record<DetailName, string>>): void => {
    const now = performance.now()
    const what = `${blockId} ${Object.keys(change).join(' ')}`
    const goesOn = what === last.what && now - last.at < pause
    last = { what, at: now }
    editor.update(
      () => {
        const node = $getRoot()
          .getChildren()
          .find((candidate) => $blockId(candidate) === blockId)
        if ($isPictureNode(node)) node.setPicture(change)
      },
      { discrete: true, tag: goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG },
    )
  }
}
