import { ariaShortcutOf, shortcutOf } from '#renderer/platform/keyboard.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { useCounts } from '#renderer/state/queries.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'
import { NewMenu } from './NewMenu.tsx'
import type { Shelf } from './shelves.ts'
import { shelves } from './shelves.ts'
import styles from './Shelves.module.css'

/** The library's shelves with what lies on each. Folded, they are a rail of icons. */
export function Shelves({ folded }: { folded: boolean }) {
  const t = useT()
  const counts = useCounts().data
  return (
    <div className={cx(styles.shelves, folded && styles.folded)}>
      <div className={styles.new}>
        <NewMenu folded={folded} />
      </div>
      <ul className={styles.list} aria-label={t('library.shelves')}>
        {shelves.map((shelf) => (
          <li key={shelf.view}>
            <ShelfButton shelf={shelf} count={counts?.[shelf.view] ?? 0} folded={folded} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ShelfButton({ shelf, count, folded }: { shelf: Shelf; count: number; folded: boolean }) {
  const t = useT()
  const format = useFormat()
  const { view: current, show } = useWorkspace()
  const { view, icon: Icon, name, command } = shelf
  const button = (
    <button
      type="button"
      className={styles.shelf}
      aria-current={view === current ? 'true' : undefined}
      aria-label={t('library.count', { name: t(name), n: count })}
      aria-keyshortcuts={ariaShortcutOf(command)}
      onClick={() => show(view)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.name}>{t(name)}</span>
      {count > 0 &&
        (view === 'toReview' ? (
          <Badge tone="mark">{format.number(count)}</Badge>
        ) : (
          <span className={styles.count}>{format.number(count)}</span>
        ))}
    </button>
  )
  if (!folded) return button
  return (
    <Tooltip text={t('library.count', { name: t(name), n: count })} shortcut={shortcutOf(command)}>
      {button}
    </Tooltip>
  )
}
