import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { PanelImperativeHandle } from 'react-resizable-panels'
import { Group, Panel, Separator } from 'react-resizable-panels'

import { Shelves } from '../features/library/Shelves.tsx'
import { useT } from '../i18n/context.tsx'
import { usePreferences, useSetPreferences } from '../state/queries.ts'
import type { Pane } from '../state/workspace.ts'
import { useWorkspace } from '../state/workspace.ts'
import { ArticlePane } from './ArticlePane.tsx'
import type { OpenArticle } from './DraftDesk.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Inspector } from './Inspector.tsx'
import { ListPane } from './ListPane.tsx'
import styles from './Panes.module.css'

/** Pixels, and shares of the window at the start. A folded library keeps a rail: no shelf is more than a press away. */
const sizes = {
  library: { folded: 48, min: 148, start: '12%', max: 260 },
  list: { folded: 0, min: 240, start: '20%', max: 520 },
  inspector: { folded: 0, min: 284, start: '22%', max: 560 },
} as const

export function Panes({ opened, onRetry }: { opened: OpenArticle; onRetry: () => void }) {
  const t = useT()
  const preferences = usePreferences().data
  const { mutate: setPreferences } = useSetPreferences()
  const libraryOpen = useWorkspace(({ panes }) => panes.library)
  // Where the panes start. From then on their widths are the panels' own business, and are only written down.
  const [stored] = useState(preferences?.panes ?? {})

  return (
    <Group
      className={styles.panes}
      orientation="horizontal"
      disableCursor
      onLayoutChanged={(layout, { isUserInteraction, requestedLayout }) => {
        if (isUserInteraction) setPreferences({ panes: unfolded(requestedLayout ?? layout) })
      }}
    >
      <SidePane pane="library" stored={stored['library']}>
        <nav data-pane className={styles.library} aria-label={t('app.library')}>
          <Shelves folded={!libraryOpen} />
        </nav>
      </SidePane>
      <Separator className={styles.separator} aria-label={t('app.resize')} />
      <SidePane pane="list" stored={stored['list']}>
        <section data-pane className={styles.list} aria-label={t('app.list')}>
          <ErrorBoundary>
            <ListPane />
          </ErrorBoundary>
        </section>
      </SidePane>
      <Separator className={styles.separator} aria-label={t('app.resize')} />
      <Panel id="article" minSize={360}>
        <main data-pane className={styles.article} aria-label={t('app.article')}>
          <ArticlePane opened={opened} onRetry={onRetry} />
        </main>
      </Panel>
      <Separator className={styles.separator} aria-label={t('app.resize')} />
      <SidePane pane="inspector" stored={stored['inspector']}>
        <aside data-pane className={styles.inspector} aria-label={t('app.inspector')}>
          <Inspector opened={opened} />
        </aside>
      </SidePane>
    </Group>
  )
}

/** Only widths of panes that are unfolded: a folded one comes back as wide as it was. */
function unfolded(layout: Record<string, number>): Record<string, number> {
  const { panes } = useWorkspace.getState()
  return Object.fromEntries(Object.entries(layout).filter(([id]) => id in panes && panes[id as Pane]))
}

interface SidePaneProps {
  pane: Pane
  /** Per cent of the window. */
  stored: number | undefined
  children: ReactNode
}

/** Folds and unfolds with the workspace, and tells it when it was dragged shut or open. */
function SidePane({ pane, stored, children }: SidePaneProps) {
  const open = useWorkspace(({ panes }) => panes[pane])
  const setPane = useWorkspace((workspace) => workspace.setPane)
  const handle = useRef<PanelImperativeHandle>(null)
  const { folded, min, start, max } = sizes[pane]
  /** As wide as it was when it was last unfolded. */
  const width = useRef<number | string>(stored === undefined ? start : `${stored}%`)
  const [first] = useState({ size: open ? (stored === undefined ? start : `${stored}%`) : folded })

  useEffect(() => {
    const panel = handle.current
    if (panel === null || panel.isCollapsed() !== open) return
    if (open) panel.resize(width.current)
    else panel.collapse()
  }, [open])
  return (
    <Panel
      id={pane}
      panelRef={handle}
      collapsible
      collapsedSize={folded}
      minSize={min}
      maxSize={max}
      defaultSize={first.size}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }, _id, before) => {
        const unfolded = inPixels > folded + 1
        if (unfolded) width.current = inPixels
        if (before !== undefined) setPane(pane, unfolded)
      }}
    >
      <div className={styles.content} hidden={!open && folded === 0}>
        {children}
      </div>
    </Panel>
  )
}
