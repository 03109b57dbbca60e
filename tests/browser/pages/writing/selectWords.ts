import type { ElementNode, LexicalEditor, LexicalNode, PointType } from 'lexical'
import { $createRangeSelection, $getRoot, $isElementNode, $isTextNode, $setSelection } from 'lexical'

type Place = readonly [block: number, offset: number]

/** Selects from one place to another, each counted in characters of the words of a top-level block. */
export function selectWords(editor: LexicalEditor, from: Place, to: Place): void {
  editor.update(
    () => {
      const selection = $createRangeSelection()
      $set(selection.anchor, from)
      $set(selection.focus, to)
      $setSelection(selection)
    },
    { discrete: true },
  )
  editor.getRootElement()?.focus()
}

function $set(point: PointType, [block, offset]: Place): void {
  const node = $getRoot().getChildAtIndex(block)
  if (!$isElementNode(node)) throw new Error(`block ${block} holds no words`)
  const place = $find(node, offset)
  point.set(place.node.getKey(), place.offset, $isTextNode(place.node) ? 'text' : 'element')
}

function $find(element: ElementNode, offset: number): { node: LexicalNode; offset: number } {
  let left = offset
  const texts = element.getAllTextNodes()
  for (const text of texts) {
    const size = text.getTextContentSize()
    if (left <= size) return { node: text, offset: left }
    left -= size
  }
  const last = texts.at(-1)
  return last === undefined ? { node: element, offset: 0 } : { node: last, offset: last.getTextContentSize() }
}
