import type { DOMExportOutput, LexicalNode, SerializedLexicalNode } from 'lexical'
import { $create, DecoratorNode } from 'lexical'
import type { ReactElement } from 'react'

import type { ClashBlock } from '#shared/document/blocks.ts'
import { blockText } from '#shared/document/text.ts'
import { $blockId } from '../blocks/blockId.ts'
import { keepEventsInside } from '../ownEvents.ts'
import { ClashView } from './ClashView.tsx'

/** A place of which there are several versions. It stays until somebody decides: see ClashExtension. */
export class ClashNode extends DecoratorNode<ReactElement> {
  __clash: ClashBlock | null = null

  override $config() {
    return this.config('galley-clash', { extends: DecoratorNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__clash = previous.__clash
  }

  override createDOM(): HTMLElement {
    return keepEventsInside(document.createElement('div'))
  }

  override updateDOM(): boolean {
    return false
  }

  /** For other programs: the words of all versions, so that a copy leaves none out. */
  override exportDOM(): DOMExportOutput {
    const element = document.createElement('div')
    for (const line of this.getTextContent().split('\n')) {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      element.append(paragraph)
    }
    return { element }
  }

  /** For the editor's own clipboard: see paste/blocksFromLexical. */
  override exportJSON(): SerializedLexicalNode & { clash: ClashBlock } {
    return { ...super.exportJSON(), clash: this.getClash() }
  }

  override isInline(): false {
    return false
  }

  override getTextContent(): string {
    return blockText(this.getClash())
  }

  override decorate(): ReactElement {
    return <ClashView clash={this.getClash()} />
  }

  getClash(): ClashBlock {
    const { __clash: clash } = this.getLatest()
    if (clash === null) throw new Error('a clash without versions')
    const id = $blockId(this)
    return id === null || id === clash.$.id ? clash : { ...clash, $: { id } }
  }

  setClash(clash: ClashBlock): this {
    const writable = this.getWritable()
    writable.__clash = clash
    return writable
  }
}

export const $createClashNode = (clash: ClashBlock): ClashNode => $create(ClashNode).setClash(clash)

export const $isClashNode = (node: LexicalNode | null | undefined): node is ClashNode => node instanceof ClashNode
