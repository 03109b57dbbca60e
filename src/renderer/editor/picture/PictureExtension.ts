import { signal } from '@lexical/extension'
import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import type { LexicalEditor } from 'lexical'
import {
  $addUpdateTag,
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical'

import { HostExtension } from '../HostExtension.ts'
import { isField } from '../ownEvents.ts'
import { addPictures } from './addPictures.ts'
import type { DetailChange } from './commands.ts'
import { ADD_PICTURES_COMMAND, CHANGE_DETAILS_COMMAND } from './commands.ts'
import { PictureFocusExtension } from './PictureFocusExtension.ts'
import { PictureWordsExtension } from './PictureWordsExtension.ts'
import { $isPictureNode, PictureNode } from './PictureNode.tsx'

/** Pictures from files, drops and the clipboard, and their details. */
export const PictureExtension = defineExtension({
  name: 'galley/Picture',
  dependencies: [HostExtension, PictureFocusExtension, PictureWordsExtension],
  nodes: () => [PictureNode],
  build() {
    /** Why the last one could not be added. */
    const problem = signal<unknown>(null)
    return {
      /** Pictures on their way to disk. */
      adding: signal(0),
      problem,
      dismiss: () => {
        problem.value = null
      },
    }
  },
  register(editor, _config, state) {
    const { host } = state.getDependency(HostExtension).output
    const { readFromFile } = state.getDependency(PictureWordsExtension).output
    const progress = { ...state.getOutput(), readFromFile }
    const add = (files: readonly File[]): boolean => {
      if (!editor.isEditable()) return false
      void addPictures(editor, files, host.peek().addPicture, progress)
      return true
    }
    return mergeRegister(
      editor.registerCommand(ADD_PICTURES_COMMAND, add, COMMAND_PRIORITY_EDITOR),
      editor.registerCommand(DRAG_DROP_PASTE, add, COMMAND_PRIORITY_LOW),
      editor.registerCommand(CHANGE_DETAILS_COMMAND, $changeDetails, COMMAND_PRIORITY_EDITOR),
      editor.registerCommand(CLICK_COMMAND, $chooseClicked, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ENTER_COMMAND, $writeOnBehind, COMMAND_PRIORITY_LOW),
      // Keys in a picture's fields belong to the fields.
      editor.registerCommand(KEY_DOWN_COMMAND, (event) => isInField(event, editor), COMMAND_PRIORITY_CRITICAL),
    )
  },
})

function $changeDetails({ nodeKey, change, newStep }: DetailChange): boolean {
  const node = $getNodeByKey(nodeKey)
  if (!$isPictureNode(node)) return false
  $addUpdateTag(newStep ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG)
  node.setPicture(change)
  return true
}

function $chooseClicked({ target }: MouseEvent): boolean {
  if (!(target instanceof Element) || target.closest('button, fieldset') !== null) return false
  const node = $getNearestNodeFromDOMNode(target)
  if (!$isPictureNode(node)) return false
  const selection = $createNodeSelection()
  selection.add(node.getKey())
  $setSelection(selection)
  return true
}

/** Enter on a chosen picture starts a paragraph behind it. */
function $writeOnBehind(event: KeyboardEvent | null): boolean {
  const selection = $getSelection()
  const chosen = $isNodeSelection(selection) ? selection.getNodes().at(-1) : undefined
  if (!$isDecoratorNode(chosen) || chosen.isInline()) return false
  event?.preventDefault()
  const paragraph = $createParagraphNode()
  chosen.insertAfter(paragraph)
  paragraph.select()
  return true
}

function isInField({ target }: KeyboardEvent, editor: LexicalEditor): boolean {
  return isField(target) && target instanceof Node && editor.getRootElement()?.contains(target) === true
}
