import type { LexicalNode, SerializedLexicalNode } from 'lexical'
import { $create, DecoratorNode } from 'lexical'
import type { ReactElement } from 'react'

import type { UnknownNode } from '#shared/document/inline.ts'
import { rememberUnknown } from './fromArticles.ts'
import { UnknownView } from './UnknownView.tsx'

/** Something inside a line that this version does not know: kept as it came. */
export class UnknownInlineNode extends DecoratorNode<ReactElement> {
  __raw: UnknownNode | null = null

  override $config() {
    return this.config('galley-unknown-inline', { extends: DecoratorNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__raw = previous.__raw
  }

  override createDOM(): HTMLElement {
    return document.createElement('span')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): true {
    return true
  }

  /** For the editor's own clipboard: see paste/blocksFromLexical. */
  override exportJSON(): SerializedLexicalNode & { raw: UnknownNode } {
    return { ...super.exportJSON(), raw: this.getRaw() }
  }

  override decorate(): ReactElement {
    return <UnknownView type={this.getRaw().type} inline />
  }

  getRaw(): UnknownNode {
    const { __raw: raw } = this.getLatest()
    if (raw === null) throw new Error('an unknown node without content')
    return raw
  }

  setRaw(raw: UnknownNode): this {
    const writable = this.getWritable()
    writable.__raw = raw
    return writable
  }
}

export function $createUnknownInlineNode(raw: UnknownNode): UnknownInlineNode {
  rememberUnknown(raw)
  return $create(UnknownInlineNode).setRaw(raw)
}

export const $isUnknownInlineNode = (node: LexicalNode | null | undefined): node is UnknownInlineNode =>
  node instanceof UnknownInlineNode
