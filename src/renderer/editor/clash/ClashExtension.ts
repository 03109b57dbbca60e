import type { EditorState, LexicalEditor, NodeKey } from 'lexical'
import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $hasUpdateTag,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  defineExtension,
  KEY_DOWN_COMMAND,
  mergeRegister,
  RootNode,
} from 'lexical'

import { $blockId, $setBlockId } from '../blocks/blockId.ts'
import { OUTSIDE_TAG } from '../outside/tag.ts'
import { $createClashNode, $isClashNode, ClashNode } from './ClashNode.tsx'

/** Leads to the next place that has several versions. */
export const NEXT_CLASH_COMMAND = createCommand<void>('galley/NextClash')

/**
 * Places with several versions. Nothing but a decision takes one away: deleted with the words around it, or cut, it
 * comes back where it was, because a version that nobody has read would be gone with it.
 */
export const ClashExtension = defineExtension({
  name: 'galley/Clash',
  nodes: () => [ClashNode],
  register(editor) {
    const open = new Set<NodeKey>()
    /** Where the person was led last: a button that leads on has the focus when it is pressed. */
    let shown: HTMLElement | null = null
    return mergeRegister(
      editor.registerMutationListener(ClashNode, (mutations) => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') open.delete(key)
          else open.add(key)
        }
      }),
      editor.registerNodeTransform(RootNode, () => {
        // A decision comes from the draft, like what others decided.
        if (open.size > 0 && !$hasUpdateTag(OUTSIDE_TAG)) $bringBack(open, $getEditor().getEditorState())
      }),
      editor.registerCommand(
        NEXT_CLASH_COMMAND,
        () => {
          shown = goToNext(editor, shown)
          return shown !== null
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      // Keys on its buttons and in its fields belong to them.
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        ({ target }) => target instanceof Element && target.closest('[data-clash]') !== null,
        COMMAND_PRIORITY_CRITICAL,
      ),
    )
  },
})

function $bringBack(open: ReadonlySet<NodeKey>, committed: EditorState): void {
  for (const key of open) {
    const gone = committed._nodeMap.get(key)
    if (!$isClashNode(gone) || $getNodeByKey(key)?.isAttached() === true) continue
    const clash = committed.read(() => gone.getClash())
    const isBack = $getRoot()
      .getChildren()
      .some((node) => $isClashNode(node) && $blockId(node) === clash.$.id)
    if (isBack) continue
    const node = $setBlockId($createClashNode(clash), clash.$.id)
    const before = $lastAttached(gone.__prev, committed)
    const first = $getRoot().getFirstChild()
    if (before !== null) $getNodeByKey(before)?.insertAfter(node)
    else if (first !== null) first.insertBefore(node)
    else $getRoot().append(node)
  }
}

/** The nearest of the blocks that stood before it and still stand. */
function $lastAttached(start: NodeKey | null, committed: EditorState): NodeKey | null {
  let key = start
  while (key !== null && $getNodeByKey(key)?.isAttached() !== true) key = committed._nodeMap.get(key)?.__prev ?? null
  return key
}

function goToNext(editor: LexicalEditor, shown: HTMLElement | null): HTMLElement | null {
  const places = Array.from(editor.getRootElement()?.querySelectorAll<HTMLElement>('[data-clash]') ?? [])
  const focused = places.findIndex((place) => place.contains(document.activeElement))
  const here = focused < 0 && shown !== null ? places.indexOf(shown) : focused
  const next = places[(here + 1) % places.length]
  next?.scrollIntoView({ block: 'center' })
  next?.focus({ preventScroll: true })
  return next ?? null
}
