import type { LexicalNode, SerializedLexicalNode } from 'lexical'
import { $create, DecoratorNode } from 'lexical'
import type { ReactElement } from 'react'

import type { UnknownBlock } from '#shared/document/blocks.ts'
import { $blockId } from '../blocks/blockId.ts'
import { rememberUnknown } from './fromArticles.ts'
import { UnknownView } from './UnknownView.tsx'

/** A block of a newer version or another editor. It is shown as such, can be moved and deleted, and stays as it came. */
export class UnknownBlockNode extends DecoratorNode<ReactElement> {
  __raw: UnknownBlock | null = null

  override $config() {
    return this.config('galley-unknown-block', { extends: DecoratorNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__raw = previous.__raw
  }

  override createDOM(): HTMLElement {
    return document.createElement('div')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): false {
    return false
  }

  /** For the editor's own clipboard: see paste/blocksFromLexical. */
  override exportJSON(): SerializedLexicalNode & { raw: UnknownBlock } {
    return { ...super.exportJSON(), raw: this.getRaw() }
  }

  override decorate(): ReactElement {
    return <UnknownView type={this.getRaw().type} />
  }

  /** The very object that came in, unless a copy of it had to get an id of its own. */
  getRaw(): UnknownBlock {
    const { __raw: raw } = this.getLatest()
    if (raw === null) throw new Error('an unknown block without content')
    const id = $blockId(this)
    return id === null || id === raw.$.id ? raw : { ...raw, $: { ...raw.$, id } }
  }

  setRaw(raw: UnknownBlock): this {
    const writable = this.getWritable()
    writable.__raw = raw
    return writable
  }
}

export function $createUnknownBlockNode(raw: UnknownBlock): UnknownBlockNode {
  rememberUnknown(raw)
  return $create(UnknownBlockNode).setRaw(raw)
}

export const $isUnknownBlockNode = (node: LexicalNode | null | undefined): node is UnknownBlockNode =>
  node instanceof UnknownBlockNode
