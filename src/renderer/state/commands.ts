import { useEffect } from 'react'
import { create } from 'zustand'

import type { CommandId } from '#shared/commands/table.ts'
import { isCommandId } from '#shared/commands/table.ts'

/** What a command does in this window now. */
export interface Binding {
  run: () => void
  enabled: boolean
}

interface Bindings {
  bound: ReadonlyMap<CommandId, readonly Binding[]>
  bind: (id: CommandId, binding: Binding) => () => void
}

/** Who carries out which command at the moment. The one that came last wins, until it goes. */
export const useBindings = create<Bindings>((set) => ({
  bound: new Map(),
  bind(id, binding) {
    const change = (edit: (list: readonly Binding[]) => readonly Binding[]) =>
      set(({ bound }) => ({ bound: new Map(bound).set(id, edit(bound.get(id) ?? [])) }))
    change((list) => [...list, binding])
    return () => change((list) => list.filter((other) => other !== binding))
  },
}))

/** Null for a command that nothing on the screen carries out. */
export const bindingOf = (id: CommandId): Binding | null => useBindings.getState().bound.get(id)?.at(-1) ?? null

/** Carries out a command for as long as the component is there. `run` has to be stable. */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  useEffect(() => useBindings.getState().bind(id, { run, enabled }), [id, run, enabled])
}

/** The same for several. The map has to be stable. */
export function useCommands(map: Partial<Record<CommandId, Binding>>): void {
  useEffect(() => {
    const { bind } = useBindings.getState()
    const disposers = Object.entries(map).map(([id, binding]) => (isCommandId(id) ? bind(id, binding) : undefined))
    return () => {
      for (const dispose of disposers) dispose?.()
    }
  }, [map])
}

export const useCommandEnabled = (id: CommandId): boolean =>
  useBindings(({ bound }) => bound.get(id)?.at(-1)?.enabled ?? false)

/** Runs it if it can be run now; says whether it did. */
export function runCommand(id: CommandId): boolean {
  const binding = bindingOf(id)
  if (binding?.enabled !== true) return false
  binding.run()
  return true
}
