import { ariaShortcut, shortcutText } from '#shared/commands/shortcut.ts'
import type { CommandId } from '#shared/commands/table.ts'
import { commandOf } from '#shared/commands/table.ts'

/** Whose keyboard it is decides between ⌘ and Ctrl. */
export const isMac: boolean = navigator.userAgent.includes('Macintosh')

/** A command's shortcut as it is printed for people; null for a command without one. */
export function shortcutOf(id: CommandId): string | null {
  const { shortcut } = commandOf(id)
  return shortcut === null ? null : shortcutText(shortcut, isMac)
}

/** The same for `aria-keyshortcuts`. */
export function ariaShortcutOf(id: CommandId): string | undefined {
  const { shortcut } = commandOf(id)
  return shortcut === null ? undefined : ariaShortcut(shortcut, isMac)
}

/** An input method is at work: the key is its own and nobody else's. Some only say so by the key's name. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.key === 'Process'
