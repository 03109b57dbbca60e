import { useCallback } from 'react'

import { useT } from '../i18n/context.tsx'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/newsroom.ts'

/** Says who somebody is, also when the desk no longer lists them. */
export function usePeopleNames(people: readonly Person[]): (id: PersonId) => string {
  const t = useT()
  return useCallback((id) => people.find((person) => person.id === id)?.name ?? t('review.unknownPerson'), [people, t])
}
