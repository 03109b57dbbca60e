import type { Nodes, RootContent } from 'hast'
import { toHtml as serialise } from 'hast-util-to-html'

/** A tree as HTML, everything in it escaped: trees hold elements and text, and a `raw` node would be escaped as well. */
export const toHtml = (tree: Nodes | RootContent[]): string => serialise(tree, { allowDangerousHtml: false })
