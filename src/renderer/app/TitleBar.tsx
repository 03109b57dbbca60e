import { Search, Settings } from 'lucide-react'
import { useEffect } from 'react'

import type { Person } from '#shared/domain/newsroom.ts'
import { People } from '../features/settings/People.tsx'
import { useT } from '../i18n/context.tsx'
import { ariaShortcutOf, shortcutOf } from '../platform/keyboard.ts'
import { useHostInfo, useNewsroom } from '../state/queries.ts'
import { useWorkspace } from '../state/workspace.ts'
import { Badge } from '../ui/Badge.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './TitleBar.module.css'

/** Whose newsroom this is, the way to every command, and who works here. */
export function TitleBar({ person }: { person: Person }) {
  const t = useT()
  const setDialog = useWorkspace((workspace) => workspace.setDialog)
  const newsroom = useNewsroom().data?.newsroom.name
  useEffect(() => {
    document.title = newsroom === undefined ? t('app.name') : t('app.windowTitle', { person: person.name, newsroom })
  }, [t, person.name, newsroom])
  const trial = useHostInfo().data?.trial ?? null
  return (
    <header className={styles.bar} aria-label={t('app.titleBar')}>
      <div className={styles.newsroom}>
        <h1 className={styles.name}>{t('app.name')}</h1>
        <span className={styles.desk}>{newsroom}</span>
        {trial !== null && <Badge>{t('app.trial')}</Badge>}
      </div>
      <button
        type="button"
        className={styles.command}
        aria-keyshortcuts={ariaShortcutOf('view.palette')}
        onClick={() => setDialog('palette')}
      >
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <span>{t('app.commandSearch')}</span>
        <Kbd keys={shortcutOf('view.palette') ?? ''} />
      </button>
      <div className={styles.person}>
        <People person={person} />
        <IconButton
          icon={Settings}
          label={t('settings.title')}
          shortcut={shortcutOf('app.settings')}
          onClick={() => setDialog('settings')}
        />
      </div>
    </header>
  )
}
