import type { Signal } from '@lexical/extension'
import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical'
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $setSelection,
} from 'lexical'

import type { AddedPicture } from '#shared/contract/media.ts'
import type { PictureWords } from '#shared/domain/pictureWords.ts'
import type { EditorHost } from '../HostExtension.ts'
import { whenNotComposing } from '../whenNotComposing.ts'
import { $createPictureNode } from './PictureNode.tsx'

interface Progress {
  adding: Signal<number>
  problem: Signal<unknown>
  readFromFile: Map<NodeKey, PictureWords>
}

/** Stores files one by one, so that they stand in the order in which they were given. One that fails stops no other. */
export async function addPictures(
  editor: LexicalEditor,
  files: readonly File[],
  addPicture: EditorHost['addPicture'],
  { adding, problem, readFromFile }: Progress,
): Promise<void> {
  let place = editor.read(() => $blockOfSelection()?.getKey() ?? null)
  adding.value += files.length
  problem.value = null
  for (const file of files) {
    try {
      const stored = await addPicture(new Uint8Array(await file.arrayBuffer()))
      await whenNotComposing(editor)
      place = insert(editor, stored, place, readFromFile)
    } catch (error) {
      problem.value = error
    } finally {
      adding.value -= 1
    }
  }
}

/** Its fields start with what the file says of itself; from then on they are the person's. */
function insert(
  editor: LexicalEditor,
  { media, width, height, words }: AddedPicture,
  place: NodeKey | null,
  readFromFile: Progress['readFromFile'],
): NodeKey | null {
  let key: NodeKey | null = null
  editor.update(
    () => {
      const picture = $createPictureNode({
        media,
        width,
        height,
        alt: words.alt?.text ?? '',
        caption: words.caption?.text ?? '',
        credit: words.credit?.text ?? '',
        rights: words.rights?.text ?? '',
        source: words.source?.text ?? '',
      })
      readFromFile.set(picture.getKey(), words)
      const stillThere = place === null ? null : $getNodeByKey(place)
      const mayMoveCaret = stillThere === null || $blockOfSelection()?.is(stillThere) === true
      $putBehind(picture, stillThere ?? $getRoot().getLastChild())
      if (mayMoveCaret) $choose(picture)
      key = picture.getKey()
    },
    { discrete: true },
  )
  return key
}

/** There is always a line below to write on, and an empty one is not left above. */
function $putBehind(picture: LexicalNode, block: LexicalNode | null): void {
  if (block === null) $getRoot().append(picture)
  else if ($isParagraphNode(block) && block.isEmpty()) block.insertBefore(picture)
  else block.insertAfter(picture)
  if (!$isElementNode(picture.getNextSibling())) picture.insertAfter($createParagraphNode())
}

function $choose(node: LexicalNode): void {
  const selection = $createNodeSelection()
  selection.add(node.getKey())
  $setSelection(selection)
}

function $blockOfSelection(): LexicalNode | null {
  const node = $getSelection()?.getNodes().at(-1)
  return node?.getTopLevelElement() ?? null
}
