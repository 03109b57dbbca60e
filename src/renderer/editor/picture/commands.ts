import type { NodeKey } from 'lexical'
import { createCommand } from 'lexical'

import type { BlockId } from '#shared/domain/ids.ts'
import type { DetailName } from './details.ts'

/** Stores files and puts them behind the block that the caret is in. */
export const ADD_PICTURES_COMMAND = createCommand<readonly File[]>('galley/AddPictures')

export interface DetailChange {
  nodeKey: NodeKey
  change: Partial<Record<DetailName, string>>
  /** Starts a new step of undo; otherwise the change belongs to the step before. */
  newStep: boolean
}

export const CHANGE_DETAILS_COMMAND = createCommand<DetailChange>('galley/ChangePictureDetails')

/** Opens a picture's details at one field. */
export const SHOW_DETAIL_COMMAND = createCommand<{ blockId: BlockId; detail: DetailName }>('galley/ShowPictureDetail')
