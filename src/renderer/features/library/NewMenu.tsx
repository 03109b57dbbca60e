import { FileDown, FilePlus2, Globe2, Languages, Newspaper, PenLine } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

import type { CommandId } from '#shared/commands/table.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { shortcutOf } from '#renderer/platform/keyboard.ts'
import { runCommand } from '#renderer/state/commands.ts'
import { useNewsroom } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { MenuEntry } from '#renderer/ui/Menu.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import styles from './NewMenu.module.css'

const kinds: readonly { kind: ArticleKind; command: CommandId; icon: LucideIcon; hint: MessageKey }[] = [
  { kind: 'original', command: 'article.newOriginal', icon: PenLine, hint: 'library.originalHint' },
  { kind: 'reprint', command: 'article.newReprint', icon: Newspaper, hint: 'library.reprintHint' },
  { kind: 'wire', command: 'article.newWire', icon: Globe2, hint: 'library.wireHint' },
  { kind: 'compiled', command: 'article.newCompiled', icon: Languages, hint: 'library.compiledHint' },
]

/** Starts an article of one of the newsroom's kinds, or brings one in. */
export function NewMenu({ folded }: { folded: boolean }) {
  const t = useT()
  const allowed = useNewsroom().data?.newsroom.kinds
  const entries: MenuEntry[] = [
    { type: 'heading', id: 'heading', label: t('library.newAs') },
    ...kinds
      .filter(({ kind }) => allowed === undefined || allowed.includes(kind))
      .map(({ kind, command, icon, hint }): MenuEntry => ({
        type: 'item',
        id: kind,
        label: t(`newsroom.${kind}`),
        detail: t(hint),
        icon,
        shortcut: shortcutOf(command),
        onSelect: () => void runCommand(command),
      })),
    { type: 'separator', id: 'separator' },
    {
      type: 'item',
      id: 'import',
      label: t('commands.import'),
      icon: FileDown,
      shortcut: shortcutOf('article.import'),
      onSelect: () => void runCommand('article.import'),
    },
  ]
  const trigger = folded ? (
    <IconButton icon={FilePlus2} label={t('library.newArticle')} />
  ) : (
    <Button icon={FilePlus2} className={styles.wide}>
      {t('library.newArticle')}
    </Button>
  )
  return <Menu trigger={trigger} entries={entries} />
}
