import { useMemo } from 'react'

import type { PersonId } from '#shared/domain/ids.ts'
import { useEnrolment, useNewsroom } from './queries.ts'

/** Says the name of whom an article is by; null for oneself and for somebody who is not known here. */
export function useColleagueName(): (personId: PersonId) => string | null {
  const people = useNewsroom().data?.people
  const me = useEnrolment().data?.person.id
  const names = useMemo(() => new Map(people?.map((person) => [person.id, person.name])), [people])
  return (personId) => (personId === me ? null : (names.get(personId) ?? null))
}
