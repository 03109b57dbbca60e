import { useMemo, useState } from 'react'

import type { SearchFilters } from '#shared/contract/search.ts'
import { SearchState } from '#shared/contract/search.ts'
import type { Column } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import { ArticleKind } from '#shared/domain/kinds.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { useNewsroom } from '#renderer/state/queries.ts'
import { dateChoices } from './dateChoices.ts'

export interface FilterChoice {
  name: string
  label: MessageKey
  /** Empty for no choice. */
  value: string
  options: { value: string; label: string }[]
  choose: (value: string) => void
}

const states: Record<SearchState, MessageKey> = {
  drafting: 'library.drafting',
  inReview: 'search.stateInReview',
  returned: 'library.stateReturned',
  rejected: 'search.stateRejected',
  signedOff: 'library.stateSignedOff',
  published: 'library.statePublished',
  bin: 'library.bin',
}

/** Each filter with what may be chosen in this newsroom. */
export function useFilterChoices(
  filters: SearchFilters,
  narrow: (filters: Partial<SearchFilters>) => void,
): FilterChoice[] {
  const t = useT()
  const { compare } = useFormat()
  const desk = useNewsroom().data
  // The first day of the presets is that of the moment when the search was opened.
  const [now] = useState(() => new Date())
  return useMemo(() => {
    const columns = desk?.newsroom.columns ?? []
    const named = (names: readonly string[]) =>
      [...new Set(names)].toSorted(compare).map((name) => ({ value: name, label: name }))
    const dates = dateChoices(now, t)
    const choices: FilterChoice[] = [
      {
        name: 'state',
        label: 'search.state',
        value: filters.state ?? '',
        options: SearchState.options.map((state) => ({ value: state, label: t(states[state]) })),
        choose: (value) => narrow({ state: SearchState.safeParse(value).data ?? null }),
      },
      {
        name: 'kind',
        label: 'search.kind',
        value: filters.kind ?? '',
        options: ArticleKind.options.map((kind) => ({ value: kind, label: t(`newsroom.${kind}`) })),
        choose: (value) => narrow({ kind: ArticleKind.safeParse(value).data ?? null }),
      },
      {
        name: 'column',
        label: 'search.column',
        value: filters.columnIds[0] ?? '',
        options: columns.map(({ id }) => ({ value: id, label: pathName(columns, id) })),
        choose: (value) => narrow({ columnIds: value === '' ? [] : within(columns, value) }),
      },
      {
        name: 'person',
        label: 'search.person',
        value: filters.person ?? '',
        options: named(desk?.people.map(({ name }) => name) ?? []),
        choose: (value) => narrow({ person: value || null }),
      },
      {
        name: 'source',
        label: 'search.source',
        value: filters.source ?? '',
        options: named(desk?.newsroom.sources.map(({ name }) => name) ?? []),
        choose: (value) => narrow({ source: value || null }),
      },
      {
        name: 'date',
        label: 'search.date',
        value: dates.find(({ from, until }) => from === filters.from && until === filters.until)?.value ?? '',
        options: dates,
        choose(value) {
          const { from = null, until = null } = dates.find((date) => date.value === value) ?? {}
          narrow({ from, until })
        },
      },
    ]
    return choices.filter(({ options }) => options.length > 0)
  }, [desk, filters, narrow, t, compare, now])
}

const pathName = (columns: readonly Column[], id: string): string =>
  columnPath(columns, id)
    .map(({ name }) => name)
    .join(' › ')

/** A column and everything below it; itself first. */
const within = (columns: readonly Column[], id: string): string[] => [
  id,
  ...columns
    .filter((column) => column.id !== id && columnPath(columns, column.id).some((above) => above.id === id))
    .map((column) => column.id),
]
