import type { NodeKey } from 'lexical'
import { defineExtension } from 'lexical'

import type { PictureWords } from '#shared/domain/pictureWords.ts'

/** What the files of pictures said of themselves when they were added, until the editor is left: for a hint, and no more. */
export const PictureWordsExtension = defineExtension({
  name: 'galley/PictureWords',
  build: () => ({ readFromFile: new Map<NodeKey, PictureWords>() }),
})
