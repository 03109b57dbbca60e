/** A shortcut taken apart. `key` is upper-case: `K`, `7`, `ENTER`, `F2`, `,`. */
export interface Shortcut {
  mod: boolean
  shift: boolean
  alt: boolean
  key: string
}

/** Reads `Mod+Shift+K`. */
export function parseShortcut(text: string): Shortcut {
  const parts = text.split('+')
  const key = parts.at(-1) ?? ''
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key.toUpperCase(),
  }
}

/** What a KeyboardEvent says. */
export interface Pressed {
  key: string
  /** The physical key: `KeyK`, `Digit7`. */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/**
 * The shortcut was pressed. With Alt or Shift, and under many input methods, `key` is the character that the
 * combination types and not the key's own; then the physical key decides.
 */
export function matches(shortcut: Shortcut, pressed: Pressed, mac: boolean): boolean {
  const mod = mac ? pressed.metaKey : pressed.ctrlKey
  const other = mac ? pressed.ctrlKey : pressed.metaKey
  if (mod !== shortcut.mod || other) return false
  if (pressed.shiftKey !== shortcut.shift || pressed.altKey !== shortcut.alt) return false
  return pressed.key.toUpperCase() === shortcut.key || codeKey(pressed.code) === shortcut.key
}

const codes: Record<string, string> = { Comma: ',', Slash: '/' }

const codeKey = (code: string): string => codes[code] ?? code.replace(/^(?:Key|Digit)/, '').toUpperCase()

const macNames: Record<string, string> = { ENTER: '↩', BACKSPACE: '⌫' }
const names: Record<string, string> = { ENTER: 'Enter', BACKSPACE: 'Backspace' }

/** As it is printed for people: `⇧⌘K` on a Mac, `Ctrl+Shift+K` elsewhere. */
export function shortcutText(text: string, mac: boolean): string {
  const { mod, shift, alt, key } = parseShortcut(text)
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${macNames[key] ?? key}`
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', names[key] ?? key].filter(Boolean).join('+')
}

/** As `aria-keyshortcuts` wants it. */
export function ariaShortcut(text: string, mac: boolean): string {
  return text.replace('Mod', mac ? 'Meta' : 'Control')
}
