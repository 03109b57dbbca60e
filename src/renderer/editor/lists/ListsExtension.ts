import { ListExtension } from '@lexical/list'
import type { ListItemNode } from '@lexical/list'
import { $isListItemNode } from '@lexical/list'
import {
  $findMatchingParent,
  $getSelection,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  FORMAT_ELEMENT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'

/** Levels below the first. More is no list any more, but a maze. */
const deepest = 3

/** Bullets and numbers, up to four levels. Only list items are indented; a paragraph's indent is a matter of print. */
export const ListsExtension = defineExtension({
  name: 'galley/Lists',
  dependencies: [configExtension(ListExtension, { hasStrictIndent: true })],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => $indent(1), COMMAND_PRIORITY_LOW),
      editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => $indent(-1), COMMAND_PRIORITY_LOW),
      editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          // Outside of lists, Tab leaves the editor as it leaves any field.
          if ($chosenItems().length === 0) return false
          event.preventDefault()
          return $indent(event.shiftKey ? -1 : 1)
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
})

/** Handled in any case: what is not a list item keeps its place. */
function $indent(by: 1 | -1): true {
  for (const item of $chosenItems()) {
    const indent = item.getIndent() + by
    if (indent >= 0 && indent <= deepest) item.setIndent(indent)
  }
  return true
}

function $chosenItems(): ListItemNode[] {
  const nodes = $getSelection()?.getNodes() ?? []
  const items = nodes.map((node) => $findMatchingParent(node, $isListItemNode))
  return [...new Set(items.filter((item) => item !== null))]
}
