import { describe, expect, it } from 'vitest'

import type { OutboxState } from './states.ts'
import { isOpen, transition } from './states.ts'

const states: OutboxState[] = ['pending', 'sending', 'unknown', 'confirmed', 'rejected']
const legal = new Set([
  'pending → sending',
  'sending → pending',
  'sending → unknown',
  'sending → confirmed',
  'sending → rejected',
  'unknown → sending',
  'unknown → confirmed',
  'unknown → rejected',
])

describe('a row of the outbox', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    if (legal.has(`${from} → ${to}`)) expect(transition(from, to)).toBe(to)
    else expect(() => transition(from, to)).toThrow('cannot go')
  })

  it('is over once the desk has answered, and never before', () => {
    expect(states.filter(isOpen)).toEqual(['pending', 'sending', 'unknown'])
  })
})
