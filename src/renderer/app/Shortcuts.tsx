import type { CommandMenu } from '#shared/commands/table.ts'
import { commands } from '#shared/commands/table.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useT } from '../i18n/context.tsx'
import { shortcutOf } from '../platform/keyboard.ts'
import { useWorkspace } from '../state/workspace.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './Shortcuts.module.css'

const menus: readonly [CommandMenu, MessageKey][] = [
  ['file', 'commands.menuFile'],
  ['article', 'commands.menuArticle'],
  ['review', 'commands.menuReview'],
  ['view', 'commands.menuView'],
  ['edit', 'commands.menuEdit'],
  ['help', 'commands.menuHelp'],
]

/** Every shortcut, in one place. */
export function Shortcuts() {
  const t = useT()
  const { dialog, setDialog } = useWorkspace()
  return (
    <Dialog
      open={dialog === 'shortcuts'}
      onClose={() => setDialog(null)}
      title={t('app.shortcutsTitle')}
      closeLabel={t('app.close')}
      size="large"
    >
      <div className={styles.columns}>
        {menus.map(([menu, name]) => {
          const listed = commands.filter((command) => command.menu === menu && command.shortcut !== null)
          if (listed.length === 0) return null
          return (
            <section key={menu} className={styles.group}>
              <h3 className={styles.title}>{t(name)}</h3>
              <dl className={styles.list}>
                {listed.map(({ id, label }) => (
                  <div key={id} className={styles.row}>
                    <dt>{t(label)}</dt>
                    <dd>
                      <Kbd keys={shortcutOf(id) ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
