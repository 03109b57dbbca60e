import { Toolbar as Base } from '@base-ui/react/toolbar'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import type { LucideIcon } from 'lucide-react'
import {
  Bold,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  Pilcrow,
  Redo2,
  TextQuote,
  Undo2,
} from 'lucide-react'
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'

import { shortcutText } from '#shared/commands/shortcut.ts'
import { commandOf } from '#shared/commands/table.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { ariaShortcutOf, isMac, shortcutOf } from '#renderer/platform/keyboard.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SelectionExtension } from '../styles/SelectionExtension.ts'
import type { TextCommand } from '../styles/textCommands.ts'
import { runTextCommand } from '../styles/textCommands.ts'
import { UndoExtension } from '../undo/UndoExtension.ts'
import styles from './Toolbar.module.css'

/** One stop for Tab; the arrow keys move along it. */
export function Toolbar() {
  const t = useT()
  const style = useExtensionSignalValue(SelectionExtension, 'style')
  const bold = useExtensionSignalValue(SelectionExtension, 'bold')
  const italic = useExtensionSignalValue(SelectionExtension, 'italic')
  const link = useExtensionSignalValue(SelectionExtension, 'link')
  return (
    <Base.Root className={styles.toolbar} aria-label={t('writing.toolbar')}>
      <Base.Group className={styles.group}>
        <Command id="text.paragraph" icon={Pilcrow} pressed={style === 'paragraph'} />
        <Command id="text.heading2" icon={Heading2} pressed={style === 'heading2'} />
        <Command id="text.heading3" icon={Heading3} pressed={style === 'heading3'} />
        <Command id="text.quote" icon={TextQuote} pressed={style === 'quote'} />
        <Command id="text.bulletList" icon={List} pressed={style === 'bulletList'} />
        <Command id="text.numberList" icon={ListOrdered} pressed={style === 'numberList'} />
      </Base.Group>
      <Base.Separator className={styles.separator} />
      <Base.Group className={styles.group}>
        <Command id="text.bold" icon={Bold} pressed={bold} />
        <Command id="text.italic" icon={Italic} pressed={italic} />
        <Command id="text.link" icon={Link} pressed={link} />
        <Command id="text.picture" icon={ImagePlus} />
      </Base.Group>
      <Base.Separator className={styles.separator} />
      <History />
    </Base.Root>
  )
}

function Command({ id, icon, pressed }: { id: TextCommand; icon: LucideIcon; pressed?: boolean }) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  return (
    <Base.Button
      render={
        <IconButton
          icon={icon}
          label={t(commandOf(id).label)}
          shortcut={shortcutOf(id)}
          aria-keyshortcuts={ariaShortcutOf(id)}
          aria-pressed={pressed}
          onMouseDown={keepFocus}
          onClick={() => runTextCommand(editor, id)}
        />
      }
    />
  )
}

function History() {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const canUndo = useExtensionSignalValue(UndoExtension, 'canUndo')
  const canRedo = useExtensionSignalValue(UndoExtension, 'canRedo')
  return (
    <Base.Group className={styles.group}>
      <Base.Button
        disabled={!canUndo}
        render={
          <IconButton
            icon={Undo2}
            label={t('writing.undo')}
            shortcut={shortcutText('Mod+Z', isMac)}
            onMouseDown={keepFocus}
            onClick={() => editor.dispatchCommand(UNDO_COMMAND)}
          />
        }
      />
      <Base.Button
        disabled={!canRedo}
        render={
          <IconButton
            icon={Redo2}
            label={t('writing.redo')}
            shortcut={shortcutText(isMac ? 'Mod+Shift+Z' : 'Mod+Y', isMac)}
            onMouseDown={keepFocus}
            onClick={() => editor.dispatchCommand(REDO_COMMAND)}
          />
        }
      />
    </Base.Group>
  )
}

/** The caret stays where the words are. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault()
}
