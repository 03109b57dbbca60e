import { create } from 'zustand'

import type { View } from '#shared/contract/rows.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** A tab of the inspector. Comments and checks will join them. */
export type InspectorTab = 'attribution' | 'review' | 'history' | 'related'
export type Pane = 'library' | 'list' | 'inspector'
export type DialogName = 'palette' | 'shortcuts' | 'settings' | 'exportLibrary' | 'importLibrary'

/** What this window shows. Nothing in it is worth keeping: it is gone with the window. */
export interface Workspace {
  view: View
  /** The opened article. */
  articleId: ArticleId | null
  /** It was made a moment ago: its headline takes the focus as soon as it is there. */
  fresh: boolean
  inspectorTab: InspectorTab
  /** Panes that are unfolded. */
  panes: Record<Pane, boolean>
  dialog: DialogName | null
  /** The list shows what a search has found, and not the shelf. */
  searching: boolean

  show: (view: View) => void
  /** Opens an article; from the shelf of what is to be reviewed with the review beside it. */
  open: (articleId: ArticleId | null) => void
  /** Opens an article that was just made, on the author's own shelf. */
  start: (articleId: ArticleId) => void
  /** The focus has been given. */
  started: () => void
  inspect: (tab: InspectorTab) => void
  setPane: (pane: Pane, open: boolean) => void
  setDialog: (dialog: DialogName | null) => void
  setSearching: (searching: boolean) => void
}

export const createWorkspace = () =>
  create<Workspace>((set) => ({
    view: 'mine',
    articleId: null,
    fresh: false,
    inspectorTab: 'attribution',
    panes: { library: true, list: true, inspector: true },
    dialog: null,
    searching: false,

    show: (view) => set(({ panes }) => ({ view, searching: false, panes: { ...panes, list: true } })),
    open: (articleId) =>
      set(({ view }) => ({ articleId, fresh: false, inspectorTab: view === 'toReview' ? 'review' : 'attribution' })),
    start: (articleId) =>
      set(({ panes }) => ({
        articleId,
        fresh: true,
        view: 'mine',
        searching: false,
        inspectorTab: 'attribution',
        panes: { ...panes, list: true },
      })),
    started: () => set({ fresh: false }),
    inspect: (inspectorTab) => set(({ panes }) => ({ inspectorTab, panes: { ...panes, inspector: true } })),
    setPane: (pane, open) => set(({ panes }) => (panes[pane] === open ? {} : { panes: { ...panes, [pane]: open } })),
    setDialog: (dialog) => set({ dialog }),
    setSearching: (searching) =>
      set(({ panes }) => (searching ? { searching, panes: { ...panes, list: true } } : { searching })),
  }))

/** The state of this window. */
export const useWorkspace = createWorkspace()
