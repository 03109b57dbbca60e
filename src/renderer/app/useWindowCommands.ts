import { useMemo } from 'react'

import type { View } from '#shared/contract/rows.ts'
import { useCore } from '../platform/context.tsx'
import type { Binding } from '../state/commands.ts'
import { useCommands } from '../state/commands.ts'
import { useSyncStatus } from '../state/queries.ts'
import { useAct } from '../state/useAct.ts'
import type { Pane } from '../state/workspace.ts'
import { useWorkspace } from '../state/workspace.ts'
import type { DraftDesk, OpenArticle } from './DraftDesk.ts'
import { focusNextPane } from './focusNextPane.ts'

/** Commands about the window itself. Those about articles, text and review are bound where these are at home. */
export function useWindowCommands(desk: DraftDesk, opened: OpenArticle): void {
  const act = useAct()
  const { search, sync } = useCore()
  const connection = useSyncStatus().data?.connection
  const isOpen = opened.kind === 'open'
  const online = connection !== undefined && connection !== 'paused' && connection !== 'signedOut'

  useCommands(viewCommands)
  useCommands(
    useMemo(
      () => ({
        'search.rebuild': { run: () => void act('commands.rebuildSearch', () => search.rebuild({})), enabled: true },
      }),
      [act, search],
    ),
  )
  useCommands(
    useMemo(() => {
      const enabled = isOpen
      return {
        'view.attribution': { run: () => inspect('attribution'), enabled },
        'view.review': { run: () => inspect('review'), enabled },
        'view.history': { run: () => inspect('history'), enabled },
        'view.related': { run: () => inspect('related'), enabled },
        'article.save': { run: () => void act('commands.save', () => desk.flush()), enabled },
      }
    }, [act, desk, isOpen]),
  )
  useCommands(
    useMemo(
      () => ({
        'sync.now': { run: () => void act('commands.syncNow', () => sync.now({})), enabled: online },
        'sync.pause': {
          run: () => void act('commands.goOffline', () => sync.setPaused({ paused: true })),
          enabled: online,
        },
        'sync.resume': {
          run: () => void act('commands.goOnline', () => sync.setPaused({ paused: false })),
          enabled: connection === 'paused',
        },
      }),
      [act, sync, online, connection],
    ),
  )
}

const { setDialog, show, inspect, setPane } = useWorkspace.getState()

const always = (run: () => void): Binding => ({ run, enabled: true })
const showing = (view: View): Binding => always(() => show(view))
const toggling = (pane: Pane): Binding => always(() => setPane(pane, !useWorkspace.getState().panes[pane]))

const viewCommands = {
  'view.palette': always(() => setDialog('palette')),
  'help.shortcuts': always(() => setDialog('shortcuts')),
  'app.settings': always(() => setDialog('settings')),
  'view.mine': showing('mine'),
  'view.toReview': showing('toReview'),
  'view.returned': showing('returned'),
  'view.signedOff': showing('signedOff'),
  'view.published': showing('published'),
  'view.bin': showing('bin'),
  'view.toggleLibrary': toggling('library'),
  'view.toggleList': toggling('list'),
  'view.toggleInspector': toggling('inspector'),
  'view.nextPane': always(focusNextPane),
}
