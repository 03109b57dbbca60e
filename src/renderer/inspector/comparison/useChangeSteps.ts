import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'

import type { ComparedRow } from './rows.ts'

/** Going from change to change, by buttons, and by keys wherever the focus is: a comparison has the window to itself. */
export function useChangeSteps(rows: readonly ComparedRow[], virtual: Virtualizer<HTMLDivElement, Element>) {
  const changes = useMemo(() => rows.flatMap((row, index) => (row.changed ? [index] : [])), [rows])
  const [key, setKey] = useState<string | null>(null)
  const current = rows.findIndex((row) => row.key === key)
  const number = changes.indexOf(current)
  const step = (by: 1 | -1) => {
    const first = by === 1 ? 0 : changes.length - 1
    const next = changes[number < 0 ? first : number + by]
    if (next === undefined) return
    setKey(rows[next]?.key ?? null)
    virtual.scrollToIndex(next, { align: 'center' })
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  })
  // In the capture phase: a dialog keeps keys from what lies under it.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
  return { total: changes.length, number: number + 1, current, step }
}
