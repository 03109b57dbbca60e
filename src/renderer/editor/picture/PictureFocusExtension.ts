import { signal } from '@lexical/extension'
import { COMMAND_PRIORITY_EDITOR, defineExtension } from 'lexical'

import type { BlockId } from '#shared/domain/ids.ts'
import { SHOW_DETAIL_COMMAND } from './commands.ts'
import type { DetailName } from './details.ts'

/** The detail that somebody was sent to, until its picture has taken them there. */
export const PictureFocusExtension = defineExtension({
  name: 'galley/PictureFocus',
  build: () => ({ sentTo: signal<{ blockId: BlockId; detail: DetailName } | null>(null) }),
  register: (editor, _config, state) =>
    editor.registerCommand(
      SHOW_DETAIL_COMMAND,
      (place) => {
        state.getOutput().sentTo.value = place
        return true
      },
      COMMAND_PRIORITY_EDITOR,
    ),
})
