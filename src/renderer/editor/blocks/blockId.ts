import type { LexicalNode } from 'lexical'
import { $getState, $setState, createState } from 'lexical'

import { BlockId } from '#shared/domain/ids.ts'

/** The durable id of a block, serialised as `"$": { "id": … }`. A copy of a node is another block, so it starts without. */
const idState = createState('id', {
  parse: (value) => BlockId.safeParse(value).data ?? null,
  resetOnCopyNode: true,
})

export const $blockId = (node: LexicalNode): BlockId | null => $getState(node, idState)

export const $setBlockId = <T extends LexicalNode>(node: T, id: BlockId): T => $setState(node, idState, id)

/** For committed nodes: BlockIdExtension has given every block an id by then. */
export function $idOf(node: LexicalNode): BlockId {
  const id = $blockId(node)
  if (id === null) throw new Error(`a ${node.getType()} without an id`)
  return id
}
