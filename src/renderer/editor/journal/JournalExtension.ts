import type { EditorState, LexicalEditor, NodeKey } from 'lexical'
import { $getNodeByKey, $getRoot, $isElementNode, defineExtension, safeCast } from 'lexical'
import type { LexicalNode } from 'lexical'

import type { Block } from '#shared/document/blocks.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { steady } from '#shared/document/steady.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { $idOf } from '../blocks/blockId.ts'
import type { Edit } from '#renderer/draft/edit.ts'
import { forgetStandIn } from '../content/standIn.ts'
import { $blockOf, $told } from '../content/toBlocks.ts'
import { $showBlocks } from '../content/toNodes.ts'
import { InputMethodsExtension } from '../InputMethodsExtension.ts'
import { editOf } from './editOf.ts'

export interface JournalConfig {
  /** The body when the editor opens. */
  blocks: readonly Block[]
  /** Told after each change what to do to the body told so far, so that it becomes what the editor shows. */
  report: (ops: JournalOp[], edit: Edit) => void
}

/** Shows the article and reports what changes: O(changed blocks), and O(all) only when blocks came, went or moved. */
export const JournalExtension = defineExtension({
  name: 'galley/Journal',
  dependencies: [InputMethodsExtension],
  config: safeCast<JournalConfig>({ blocks: [], report: () => undefined }),
  afterRegistration(editor, { blocks, report }, state) {
    const inputMethods = state.getDependency(InputMethodsExtension).output
    // Transforms wait for the first change, so that opening an article never changes it.
    editor.update(() => $showBlocks(blocks), { discrete: true, skipTransforms: true })
    const reporter = new Reporter(
      editor,
      blocks.map((block) => block.$.id),
    )
    let overdue: number | undefined
    let release: Dispose | undefined
    let calm: Dispose | undefined
    const tell = (tags = new Set<string>()) => {
      window.clearTimeout(overdue)
      overdue = undefined
      const before = reporter.state
      const now = editor.getEditorState()
      const ops = reporter.take(now)
      if (ops.length > 0) report(ops, editOf(before, now, ops, tags))
      release?.()
      release = undefined
    }
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      reporter.note(dirtyElements.keys(), dirtyLeaves)
      // What an input method is still composing is not written yet; it is reported when the composition ends.
      if (editor.isComposing()) {
        overdue ??= window.setTimeout(tell, longestComposition)
        release ??= inputMethods.hold(tell)
        calm ??= inputMethods.compose()
        return
      }
      tell(tags)
      calm?.()
      calm = undefined
    })
    return () => {
      stop()
      tell()
      calm?.()
    }
  },
})

/** Milliseconds. Half a word on disk is better than a whole page that waits for an end which some systems never tell. */
const longestComposition = 5000

class Reporter {
  readonly #editor: LexicalEditor
  #state: EditorState
  #order: BlockId[]
  readonly #touched = new Set<NodeKey>()

  constructor(editor: LexicalEditor, order: BlockId[]) {
    this.#editor = editor
    this.#state = editor.getEditorState()
    this.#order = order
  }

  /** As told last. */
  get state(): EditorState {
    return this.#state
  }

  note(elements: Iterable<NodeKey>, leaves: Iterable<NodeKey>): void {
    for (const key of elements) this.#touched.add(key)
    for (const key of leaves) this.#touched.add(key)
  }

  take(state: EditorState): JournalOp[] {
    if (state === this.#state) return []
    const ops = state.read(() => (this.#sameBlocks(state) ? this.#changed() : this.#compared()), {
      editor: this.#editor,
    })
    this.#state = state
    this.#touched.clear()
    return ops
  }

  /**
   * A block that came, went or moved has other neighbours now, and was touched for it. (The root tells nothing: the
   * library writes to it with every key, to keep the whole text.)
   */
  #sameBlocks(state: EditorState): boolean {
    if ($getRoot().getChildrenSize() !== this.#order.length) return false
    for (const key of this.#touched) {
      const before = this.#state._nodeMap.get(key)
      const now = state._nodeMap.get(key)
      const isBlock = before?.__parent === 'root' || now?.__parent === 'root'
      if (isBlock && !(before !== undefined && now !== undefined && inSamePlace(before, now))) return false
    }
    return true
  }

  #changed(): JournalOp[] {
    const blocks = new Set<LexicalNode>()
    for (const key of this.#touched) {
      const node = $getNodeByKey(key)
      const block = node?.isAttached() === true ? node.getTopLevelElement() : null
      if (block !== null) blocks.add(block)
    }
    return Array.from(blocks, $put)
  }

  #compared(): JournalOp[] {
    const children = $told()
    const order = children.map($idOf)
    const present = new Set(order)
    const staying = steady(this.#order, order)
    const ops: JournalOp[] = this.#order.filter((id) => !present.has(id)).map((id) => ({ op: 'remove', id }))
    for (const [index, child] of children.entries()) {
      const id = order[index]
      if (id === undefined) continue
      if (!staying.has(id) || this.#isOther(child)) ops.push($put(child))
    }
    this.#order = order
    if (order.length > 0) forgetStandIn(this.#editor)
    return ops
  }

  #isOther(node: LexicalNode): boolean {
    if (this.#state._nodeMap.get(node.getKey()) !== node) return true
    return $isElementNode(node) && node.getChildren().some((child) => this.#isOther(child))
  }
}

const inSamePlace = (before: LexicalNode, now: LexicalNode): boolean =>
  before.__parent === now.__parent && before.__prev === now.__prev && before.__next === now.__next

function $put(node: LexicalNode): JournalOp {
  const previous = node.getPreviousSibling()
  return { op: 'put', after: previous === null ? null : $idOf(previous), block: $blockOf(node) }
}
