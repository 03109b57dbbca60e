import type { LinkNode } from '@lexical/link'
import { $isLinkNode, $toggleLink } from '@lexical/link'
import type { LexicalNode } from 'lexical'
import { $createTextNode, $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical'

export const $linkAround = (node: LexicalNode): LinkNode | null => $findMatchingParent(node, $isLinkNode)

/** Links the chosen words, or the link that the caret is in. Without either, the address itself becomes the words. */
export function $setLink(url: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const link = $linkAround(selection.anchor.getNode())
  if (link !== null && link.is($linkAround(selection.focus.getNode()))) {
    link.setURL(url)
    return
  }
  if (selection.isCollapsed()) {
    const words = $createTextNode(url)
    selection.insertNodes([words])
    words.select(0, words.getTextContentSize())
  }
  $toggleLink(url, { rel: null })
}

/** Takes every chosen link away whole. (The library's own way fails on some partly chosen links.) */
export function $removeLinks(): void {
  const links = $getSelection()?.getNodes().map($linkAround) ?? []
  for (const link of new Set(links)) {
    for (const child of link?.getChildren() ?? []) link?.insertBefore(child)
    link?.remove()
  }
}
