import { describe, expect, it } from 'vitest'

import type { Pressed } from './shortcut.ts'
import { ariaShortcut, matches, parseShortcut, shortcutText } from './shortcut.ts'

const press = (pressed: Partial<Pressed>): Pressed => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...pressed,
})

describe('a pressed shortcut', () => {
  const palette = parseShortcut('Mod+K')

  it('is ⌘ on a Mac and Ctrl elsewhere, and never both', () => {
    expect(matches(palette, press({ key: 'k', code: 'KeyK', ctrlKey: true }), false)).toBe(true)
    expect(matches(palette, press({ key: 'k', code: 'KeyK', metaKey: true }), true)).toBe(true)
    expect(matches(palette, press({ key: 'k', code: 'KeyK', ctrlKey: true }), true)).toBe(false)
    expect(matches(palette, press({ key: 'k', code: 'KeyK', ctrlKey: true, metaKey: true }), true)).toBe(false)
  })

  it('wants exactly its modifiers', () => {
    expect(matches(palette, press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches(palette, press({ key: 'k', code: 'KeyK' }), false)).toBe(false)
  })

  it('is known by its place where the combination types another character', () => {
    const inspector = parseShortcut('Mod+Alt+I')
    expect(matches(inspector, press({ key: 'ˆ', code: 'KeyI', metaKey: true, altKey: true }), true)).toBe(true)
    const list = parseShortcut('Mod+Shift+7')
    expect(matches(list, press({ key: '&', code: 'Digit7', ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })

  it('is known under a Chinese input method, which types its own comma', () => {
    expect(matches(parseShortcut('Mod+,'), press({ key: '，', code: 'Comma', ctrlKey: true }), false)).toBe(true)
  })
})

it('is printed as the keyboard at hand has it', () => {
  expect(shortcutText('Mod+Shift+K', true)).toBe('⇧⌘K')
  expect(shortcutText('Mod+Shift+K', false)).toBe('Ctrl+Shift+K')
  expect(shortcutText('Mod+Backspace', false)).toBe('Ctrl+Backspace')
  expect(shortcutText('F2', true)).toBe('F2')
})

it('is told to assistive technology in its own notation', () => {
  expect(ariaShortcut('Mod+Alt+I', false)).toBe('Control+Alt+I')
})
