import type { InlineNode } from '../inline.ts'
import type { PicturePlace } from './types.ts'

/** What a line of a Markdown body holds. */
export type Piece = InlineNode | PicturePlace

export const isPicturePlace = (piece: { type: string }): piece is PicturePlace => piece.type === 'pictureFile'
export const isInline = (piece: Piece): piece is InlineNode => !isPicturePlace(piece)
