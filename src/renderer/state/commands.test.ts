import { afterEach, expect, it, vi } from 'vitest'

import { runCommand, useBindings } from './commands.ts'

const { bind } = useBindings.getState()
const disposers: (() => void)[] = []
afterEach(() => {
  for (const dispose of disposers.splice(0)) dispose()
})

it('does nothing for a command that nobody carries out, or that cannot be carried out now', () => {
  expect(runCommand('text.bold')).toBe(false)
  const run = vi.fn<() => void>()
  disposers.push(bind('text.bold', { run, enabled: false }))
  expect(runCommand('text.bold')).toBe(false)
  expect(run).not.toHaveBeenCalled()
})

it('asks who came last, and the one before again when that one has gone', () => {
  const first = vi.fn<() => void>()
  const second = vi.fn<() => void>()
  disposers.push(bind('text.bold', { run: first, enabled: true }))
  const leave = bind('text.bold', { run: second, enabled: true })
  runCommand('text.bold')
  leave()
  runCommand('text.bold')
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1])
})
