import { defineExtension } from 'lexical'

import { UnknownBlockNode } from './UnknownBlockNode.tsx'
import { UnknownInlineNode } from './UnknownInlineNode.tsx'

/** Keeps what this version does not know. */
export const UnknownExtension = defineExtension({
  name: 'galley/Unknown',
  nodes: () => [UnknownBlockNode, UnknownInlineNode],
})
