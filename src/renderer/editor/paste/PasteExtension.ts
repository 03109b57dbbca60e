import type { ImportMimeTypeFunction } from '@lexical/clipboard'
import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import type { BaseSelection } from 'lexical'
import {
  $getEditor,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  configExtension,
  defineExtension,
  getNearestEditorFromDOMNode,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical'

import type { Block } from '#shared/document/blocks.ts'
import { isKnownBlock } from '#shared/document/blocks.ts'
import { hasDirections, withoutDirections } from '#shared/document/directions.ts'
import { $inlineNodeOf, $nodeOf } from '../content/toNodes.ts'
import { HostExtension } from '../HostExtension.ts'
import { ADD_PICTURES_COMMAND } from '../picture/commands.ts'
import { blocksFromLexical } from './blocksFromLexical.ts'
import { linesOf, paragraphsOf } from './blocksFromText.ts'
import { blocksFromHtml, hasWords } from './html/blocksFromHtml.ts'

/** False hands over to the next form of the same content; the library's own, trusting reader is never reached. */
const $fromLexical: ImportMimeTypeFunction = (data, selection) => {
  const blocks = blocksFromLexical(data)
  return blocks !== null && $insert(blocks, selection)
}

const $fromHtml: ImportMimeTypeFunction = (data, selection) => {
  const { host } = getExtensionDependencyFromEditor($getEditor(), HostExtension).output
  return $insert(blocksFromHtml(data, host.peek().t), selection)
}

/** One line takes on the format of the place where it lands. */
const $fromText: ImportMimeTypeFunction = (data, selection) => {
  const lines = linesOf(data)
  const [only] = lines
  if (lines.length > 1 || only === undefined || !$isRangeSelection(selection)) {
    return $insert(paragraphsOf(lines), selection)
  }
  selection.insertText(only)
  return true
}

/** One paragraph goes into the line where the caret is; more come as blocks. */
function $insert(blocks: readonly Block[], selection: BaseSelection): true {
  const [only, ...others] = blocks
  if (only === undefined) return true
  const inLine = others.length === 0 && isKnownBlock(only) && only.type === 'paragraph'
  $insertGeneratedNodes($getEditor(), inLine ? only.children.map($inlineNodeOf) : blocks.map($nodeOf), selection)
  return true
}

/**
 * Everything that comes from outside (paste, drop, an insertion by the system) is read into stored blocks first, and
 * only what the stored form knows gets any further: no styles, no foreign nodes, no unsafe links, no remote pictures.
 */
export const PasteExtension = defineExtension({
  name: 'galley/Paste',
  dependencies: [
    HostExtension,
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [$fromLexical],
        'text/html': [$fromHtml],
        'text/plain': [$fromText],
        'text/uri-list': [$fromText],
      },
    }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerRootListener((root) => {
        root?.addEventListener('beforeinput', keepOrder, { capture: true })
        return () => root?.removeEventListener('beforeinput', keepOrder, { capture: true })
      }),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = event instanceof ClipboardEvent ? event.clipboardData : null
          const pictures = Array.from(data?.files ?? []).filter(({ type }) => type.startsWith('image/'))
          // Word and Excel add a picture of the words that were copied; browsers add the address of a copied picture.
          if (data === null || pictures.length === 0 || hasWords(data.getData('text/html'))) return false
          event.preventDefault()
          return editor.dispatchCommand(ADD_PICTURES_COMMAND, pictures)
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
})

/** A keyboard or a table of symbols may type what shows words in another order: it is left out. */
function keepOrder(event: InputEvent): void {
  if (event.isComposing || event.data === null || !hasDirections(event.data)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const words = withoutDirections(event.data)
  const editor = getNearestEditorFromDOMNode(event.currentTarget as Node)
  if (words !== '') editor?.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words)
}
