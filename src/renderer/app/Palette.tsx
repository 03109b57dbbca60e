import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'

import type { CommandId } from '#shared/commands/table.ts'
import { commands } from '#shared/commands/table.ts'
import { catalog } from '#shared/messages/catalog.ts'
import { useT } from '../i18n/context.tsx'
import { shortcutOf } from '../platform/keyboard.ts'
import { bindingOf, runCommand } from '../state/commands.ts'
import { useWorkspace } from '../state/workspace.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { matchCommands } from './matchCommands.ts'
import styles from './Palette.module.css'

/** Every command by name, in either language. What cannot be done now comes last and says so. */
export function Palette() {
  const { dialog, setDialog } = useWorkspace()
  const t = useT()
  return (
    <Dialog.Root open={dialog === 'palette'} onOpenChange={(open) => !open && setDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t('app.palette')}>
          <Commands onRun={(id) => run(id, () => setDialog(null))} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** After the palette has gone: focus is back where the person was, which is what the command is about. */
function run(id: CommandId, close: () => void): void {
  if (bindingOf(id)?.enabled !== true) return
  close()
  requestAnimationFrame(() => runCommand(id))
}

function Commands({ onRun }: { onRun: (id: CommandId) => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const items = useMemo(() => {
    const named = commands
      .filter(({ id }) => id !== 'view.palette')
      .map(({ id, label }) => ({
        id,
        label: t(label),
        names: [catalog[label].zh, catalog[label].en],
        enabled: bindingOf(id)?.enabled === true,
      }))
    return named
  }, [t])
  const found = useMemo(
    () => matchCommands(items, typed).toSorted((left, right) => Number(right.enabled) - Number(left.enabled)),
    [items, typed],
  )
  return (
    <Autocomplete.Root
      open
      inline
      items={found}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={(value, { reason }) => reason !== 'item-press' && setTyped(value)}
      itemToStringValue={({ label }) => label}
    >
      <div className={styles.search}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <Autocomplete.Input
          className={styles.input}
          aria-label={t('app.palette')}
          placeholder={t('app.palettePlaceholder')}
        />
      </div>
      <Autocomplete.Empty className={styles.empty}>
        {found.length === 0 && <p className={styles.none}>{t('app.paletteEmpty')}</p>}
      </Autocomplete.Empty>
      <Autocomplete.List className={styles.list}>
        {({ id, label, enabled }: (typeof found)[number]) => (
          <Autocomplete.Item
            key={id}
            value={found.find((item) => item.id === id)}
            disabled={!enabled}
            className={styles.item}
            onClick={() => onRun(id)}
          >
            <span>{label}</span>
            {!enabled && <span className={styles.off}>{t('app.unavailable')}</span>}
            <Shortcut id={id} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function Shortcut({ id }: { id: CommandId }) {
  const keys = shortcutOf(id)
  return keys === null ? <span /> : <Kbd keys={keys} />
}
