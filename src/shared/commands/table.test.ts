import { expect, it } from 'vitest'

import { catalog } from '../messages/catalog.ts'
import { parseShortcut } from './shortcut.ts'
import { commandOf, commands, isCommandId } from './table.ts'

const unique = (values: readonly string[]) => new Set(values).size === values.length

it('names each command once and gives no shortcut twice', () => {
  expect(unique(commands.map(({ id }) => id))).toBe(true)
  const shortcuts = commands.flatMap(({ shortcut }) =>
    shortcut === null ? [] : [JSON.stringify(parseShortcut(shortcut))],
  )
  expect(unique(shortcuts)).toBe(true)
})

it('has a word for each command in both languages, and no two commands of one name', () => {
  for (const locale of ['zh', 'en'] as const) {
    const words = commands.map(({ label }) => catalog[label][locale])
    expect(words.every((word) => word.trim() !== '')).toBe(true)
    expect(unique(words)).toBe(true)
  }
})

it('takes none of the keys that editing text needs', () => {
  const taken = new Set(['Mod+C', 'Mod+V', 'Mod+X', 'Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+W', 'Mod+Q'])
  expect(commands.filter(({ shortcut }) => shortcut !== null && taken.has(shortcut))).toEqual([])
})

it('finds a command by its id', () => {
  expect(isCommandId('view.palette')).toBe(true)
  expect(isCommandId('toString')).toBe(false)
  expect(commandOf('view.palette').shortcut).toBe('Mod+K')
})
