import { AppWindow, ChevronDown, Globe, UserRound } from 'lucide-react'

import type { Person } from '#shared/domain/newsroom.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { useHost } from '#renderer/platform/context.tsx'
import { useHostInfo } from '#renderer/state/queries.ts'
import { useAct } from '#renderer/state/useAct.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { MenuEntry } from '#renderer/ui/Menu.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import styles from './People.module.css'
import { roleNames } from './roleName.ts'

/** Who works in this window. In the trial newsroom also everybody else, each in a window of their own. */
export function People({ person }: { person: Person }) {
  const t = useT()
  const trial = useHostInfo().data?.trial ?? null
  const entries = useEntries(trial)
  const name = <span className={styles.name}>{person.name}</span>
  const roles = <span className={styles.roles}>{roleNames(person.roles, t)}</span>
  if (trial === null) {
    return (
      <p className={styles.person}>
        {name} {roles}
      </p>
    )
  }
  const trigger = (
    <Button variant="quiet" icon={UserRound} className={styles.trigger}>
      {name} {roles}
      <ChevronDown size={14} aria-hidden />
    </Button>
  )
  return <Menu trigger={trigger} align="end" entries={entries} />
}

type Trial = NonNullable<ReturnType<typeof useHostInfo>['data']>['trial']

function useEntries(trial: Trial): MenuEntry[] {
  const t = useT()
  const format = useFormat()
  const act = useAct()
  const { host } = useHost()
  if (trial === null) return []
  const people = trial.people
    .toSorted((left, right) => format.compare(left.name, right.name))
    .map(({ account, name, roles, current }): MenuEntry => ({
      type: 'item',
      id: account,
      label: name,
      detail: current ? `${roleNames(roles, t)} · ${t('app.thisWindow')}` : roleNames(roles, t),
      icon: current ? UserRound : AppWindow,
      disabled: current,
      onSelect: () =>
        void act('app.people', async () => {
          const { url } = await host.openPerson({ account })
          if (url !== null) window.open(url, '_blank', 'noopener')
        }),
    }))
  return [
    { type: 'heading', id: 'heading', label: t('app.openAs') },
    ...people,
    { type: 'separator', id: 'separator' },
    {
      type: 'item',
      id: 'site',
      label: t('app.openSite'),
      icon: Globe,
      onSelect: () =>
        void act('app.openSite', async () => {
          const { opened } = await host.openExternal({ url: trial.siteUrl })
          if (!opened) window.open(trial.siteUrl, '_blank', 'noopener')
        }),
    },
  ]
}
