import type { DOMExportOutput, LexicalNode, SerializedLexicalNode } from 'lexical'
import { $create, DecoratorNode } from 'lexical'
import type { ReactElement } from 'react'

import type { PictureBlock } from '#shared/document/blocks.ts'
import { $blockId } from '../blocks/blockId.ts'
import { keepEventsInside } from '../ownEvents.ts'
import { PictureView } from './PictureView.tsx'

/** What a picture block says, without what every node has. */
export type PictureData = Omit<PictureBlock, 'type' | 'version' | '$'>

export class PictureNode extends DecoratorNode<ReactElement> {
  __picture: PictureData = {
    media: '' as PictureData['media'],
    width: 1,
    height: 1,
    alt: '',
    caption: '',
    credit: '',
    rights: '',
    source: '',
  }

  override $config() {
    return this.config('picture', { extends: DecoratorNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__picture = previous.__picture
  }

  override createDOM(): HTMLElement {
    return keepEventsInside(document.createElement('figure'))
  }

  override updateDOM(): boolean {
    return false
  }

  /** For other programs. They cannot read this desktop's pictures, so they get the words. */
  override exportDOM(): DOMExportOutput {
    const figure = document.createElement('figure')
    const caption = document.createElement('figcaption')
    const { caption: words, credit } = this.getPicture()
    caption.textContent = [words, credit].filter((part) => part !== '').join(' ')
    figure.append(caption)
    return { element: figure }
  }

  /** In the stored form: see shared/document/blocks. */
  override exportJSON(): SerializedLexicalNode & PictureData {
    return { ...super.exportJSON(), ...this.getPicture() }
  }

  override isInline(): false {
    return false
  }

  override getTextContent(): string {
    return this.getPicture().caption
  }

  override decorate(): ReactElement {
    return <PictureView nodeKey={this.getKey()} blockId={$blockId(this)} picture={this.getPicture()} />
  }

  getPicture(): PictureData {
    return this.getLatest().__picture
  }

  setPicture(change: Partial<PictureData>): this {
    const writable = this.getWritable()
    writable.__picture = { ...writable.__picture, ...change }
    return writable
  }
}

export const $createPictureNode = (picture: PictureData): PictureNode => $create(PictureNode).setPicture(picture)

export const $isPictureNode = (node: LexicalNode | null | undefined): node is PictureNode => node instanceof PictureNode
