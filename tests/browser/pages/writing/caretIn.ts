import type { LexicalEditor } from 'lexical'
import { $getRoot } from 'lexical'

import type { Caret } from '#shared/document/undo.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import { $blockId } from '#renderer/editor/blocks/blockId.ts'
import { $caret } from '#renderer/editor/caret/caret.ts'
import { $lineOf } from '#renderer/editor/caret/line.ts'

/** Where the caret is, and the words of each block. */
interface Look {
  caret: Caret | null
  lines: ReadonlyMap<BlockId | null, string>
}

export const caretIn = (editor: LexicalEditor): Look =>
  editor.read(() => ({
    caret: $caret(),
    lines: new Map(
      $getRoot()
        .getChildren()
        .map((node) => [$blockId(node), $lineOf(node)]),
    ),
  }))

/** Complains when the caret left the two characters that it was between, and that are still there side by side. */
export function caretMoved({ caret, lines }: Look, editor: LexicalEditor): string | null {
  if (caret === null) return null
  const now = caretIn(editor)
  for (const end of ['anchor', 'focus'] as const) {
    const { block, offset } = caret[end]
    const [line, after] = [lines.get(block) ?? '', now.lines.get(block)]
    const pair = line.slice(offset - 1, offset + 1)
    if (after === undefined || !words.test(pair) || !isOnce(line, pair) || !isOnce(after, pair)) continue
    const place = now.caret?.[end]
    if (place?.block !== block || place.offset !== after.indexOf(pair) + 1)
      return `the caret between ${pair} in ${line} went to ${JSON.stringify(place)} in ${after}`
  }
  return null
}

const words = /^[\u4e00-\u9fff]{2}$/
const isOnce = (line: string, pair: string): boolean => line.split(pair).length === 2
