import { ClickAfterLastBlockExtension } from '@lexical/extension'
import { RichTextExtension } from '@lexical/rich-text'
import { defineExtension } from 'lexical'

import { BlockIdExtension } from './blocks/BlockIdExtension.ts'
import { HostExtension } from './HostExtension.ts'
import { InputMethodsExtension } from './InputMethodsExtension.ts'
import { JournalExtension } from './journal/JournalExtension.ts'
import { LinksExtension } from './links/LinksExtension.ts'
import { ListsExtension } from './lists/ListsExtension.ts'
import { PasteExtension } from './paste/PasteExtension.ts'
import { PictureExtension } from './picture/PictureExtension.ts'
import { EmptyExtension } from './styles/EmptyExtension.ts'
import { FormatsExtension } from './styles/FormatsExtension.ts'
import { SelectionExtension } from './styles/SelectionExtension.ts'
import { ShortcutsExtension } from './styles/textCommands.ts'
import { theme } from './theme.ts'
import { UndoExtension } from './undo/UndoExtension.ts'
import { UnknownExtension } from './unknown/UnknownExtension.ts'

/** Everything that the editor can do. There is one, for every article. */
export const rootExtension = defineExtension({
  name: 'galley/Editor',
  namespace: 'galley',
  theme,
  // JournalExtension shows the article.
  $initialEditorState: null,
  dependencies: [
    RichTextExtension,
    ClickAfterLastBlockExtension,
    HostExtension,
    BlockIdExtension,
    InputMethodsExtension,
    JournalExtension,
    UndoExtension,
    FormatsExtension,
    ListsExtension,
    LinksExtension,
    PictureExtension,
    UnknownExtension,
    PasteExtension,
    SelectionExtension,
    EmptyExtension,
    ShortcutsExtension,
  ],
  // Loudly, but after the editor has gone back to its last good state.
  onError: (error) => reportError(error),
})
