import type { MessageKey } from '../messages/catalog.ts'

/** Where a command stands in the menu bar; null for one that only the palette and buttons offer. */
export type CommandMenu = 'file' | 'edit' | 'article' | 'review' | 'view' | 'help'

export interface Command {
  readonly id: string
  readonly label: MessageKey
  /** `Mod+Shift+K`: Mod is ⌘ on a Mac and Ctrl elsewhere. See shortcut.ts. */
  readonly shortcut: string | null
  readonly menu: CommandMenu | null
}

/**
 * Everything that a person can tell the workstation to do, once. The menu bar, the palette, the list of shortcuts and
 * the hints on buttons are all made from it. Undo, copy and paste are missing on purpose: the system's own menu has
 * them.
 */
export const commands = [
  { id: 'article.newOriginal', label: 'commands.newOriginal', shortcut: 'Mod+N', menu: 'file' },
  { id: 'article.newReprint', label: 'commands.newReprint', shortcut: null, menu: 'file' },
  { id: 'article.newWire', label: 'commands.newWire', shortcut: null, menu: 'file' },
  { id: 'article.newCompiled', label: 'commands.newCompiled', shortcut: null, menu: 'file' },
  { id: 'article.import', label: 'commands.import', shortcut: 'Mod+O', menu: 'file' },
  { id: 'article.export', label: 'commands.export', shortcut: 'Mod+E', menu: 'file' },
  { id: 'article.save', label: 'commands.save', shortcut: 'Mod+S', menu: 'file' },
  { id: 'library.export', label: 'commands.exportLibrary', shortcut: null, menu: 'file' },
  { id: 'library.import', label: 'commands.importLibrary', shortcut: null, menu: 'file' },
  { id: 'library.backUp', label: 'commands.backUp', shortcut: null, menu: 'file' },
  { id: 'app.settings', label: 'commands.settings', shortcut: 'Mod+,', menu: 'file' },

  { id: 'text.bold', label: 'commands.bold', shortcut: 'Mod+B', menu: 'edit' },
  { id: 'text.italic', label: 'commands.italic', shortcut: 'Mod+I', menu: 'edit' },
  { id: 'text.link', label: 'commands.link', shortcut: 'Mod+Shift+K', menu: 'edit' },
  { id: 'text.paragraph', label: 'commands.paragraph', shortcut: 'Mod+Alt+0', menu: 'edit' },
  { id: 'text.heading2', label: 'commands.heading2', shortcut: 'Mod+Alt+2', menu: 'edit' },
  { id: 'text.heading3', label: 'commands.heading3', shortcut: 'Mod+Alt+3', menu: 'edit' },
  { id: 'text.quote', label: 'commands.quote', shortcut: 'Mod+Alt+4', menu: 'edit' },
  { id: 'text.numberList', label: 'commands.numberList', shortcut: 'Mod+Shift+7', menu: 'edit' },
  { id: 'text.bulletList', label: 'commands.bulletList', shortcut: 'Mod+Shift+8', menu: 'edit' },
  { id: 'text.picture', label: 'commands.picture', shortcut: 'Mod+Shift+P', menu: 'edit' },

  { id: 'text.nextClash', label: 'commands.nextClash', shortcut: 'Mod+Alt+V', menu: 'edit' },

  { id: 'article.rename', label: 'commands.rename', shortcut: 'F2', menu: 'article' },
  { id: 'article.coWriters', label: 'commands.coWriters', shortcut: null, menu: 'article' },
  { id: 'article.bin', label: 'commands.bin', shortcut: null, menu: 'article' },
  { id: 'article.restore', label: 'commands.restore', shortcut: null, menu: 'article' },
  { id: 'article.removeForGood', label: 'commands.removeForGood', shortcut: null, menu: 'article' },
  { id: 'bin.empty', label: 'commands.emptyBin', shortcut: null, menu: 'article' },

  { id: 'review.submit', label: 'commands.submit', shortcut: 'Mod+Enter', menu: 'review' },
  { id: 'review.approve', label: 'commands.approve', shortcut: null, menu: 'review' },
  { id: 'review.return', label: 'commands.return', shortcut: null, menu: 'review' },
  { id: 'review.reject', label: 'commands.reject', shortcut: null, menu: 'review' },
  { id: 'review.publish', label: 'commands.publish', shortcut: null, menu: 'review' },

  { id: 'view.palette', label: 'commands.palette', shortcut: 'Mod+K', menu: 'view' },
  { id: 'view.search', label: 'commands.search', shortcut: 'Mod+F', menu: 'view' },
  { id: 'view.mine', label: 'commands.showMine', shortcut: 'Mod+1', menu: 'view' },
  { id: 'view.toReview', label: 'commands.showToReview', shortcut: 'Mod+2', menu: 'view' },
  { id: 'view.returned', label: 'commands.showReturned', shortcut: 'Mod+3', menu: 'view' },
  { id: 'view.signedOff', label: 'commands.showSignedOff', shortcut: 'Mod+4', menu: 'view' },
  { id: 'view.published', label: 'commands.showPublished', shortcut: 'Mod+5', menu: 'view' },
  { id: 'view.bin', label: 'commands.showBin', shortcut: 'Mod+6', menu: 'view' },
  { id: 'view.toggleLibrary', label: 'commands.toggleLibrary', shortcut: 'Mod+Alt+L', menu: 'view' },
  { id: 'view.toggleList', label: 'commands.toggleList', shortcut: 'Mod+Alt+K', menu: 'view' },
  { id: 'view.toggleInspector', label: 'commands.toggleInspector', shortcut: 'Mod+Alt+I', menu: 'view' },
  { id: 'view.attribution', label: 'commands.showAttribution', shortcut: 'Mod+Alt+A', menu: 'view' },
  { id: 'view.review', label: 'commands.showReview', shortcut: 'Mod+Alt+R', menu: 'view' },
  { id: 'view.history', label: 'commands.showHistory', shortcut: 'Mod+Alt+Y', menu: 'view' },
  { id: 'view.related', label: 'commands.showRelated', shortcut: null, menu: 'view' },
  { id: 'view.nextPane', label: 'commands.nextPane', shortcut: 'F6', menu: 'view' },

  { id: 'sync.now', label: 'commands.syncNow', shortcut: null, menu: 'file' },
  { id: 'sync.pause', label: 'commands.goOffline', shortcut: null, menu: 'file' },
  { id: 'sync.resume', label: 'commands.goOnline', shortcut: null, menu: 'file' },
  { id: 'search.rebuild', label: 'commands.rebuildSearch', shortcut: null, menu: null },

  { id: 'help.shortcuts', label: 'commands.shortcuts', shortcut: 'Mod+/', menu: 'help' },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']

const byId = new Map<string, (typeof commands)[number]>(commands.map((command) => [command.id, command]))

export const isCommandId = (id: string): id is CommandId => byId.has(id)

export function commandOf(id: CommandId): Command {
  const command = byId.get(id)
  if (command === undefined) throw new TypeError(`no command ${id}`)
  return command
}
