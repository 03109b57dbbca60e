import type { MenuItemConstructorOptions } from 'electron'
import { app, Menu } from 'electron'

import type { Command, CommandMenu } from '#shared/commands/table.ts'
import { commands } from '#shared/commands/table.ts'
import type { Translate } from '#shared/messages/format.ts'

/** Puts the commands of the workstation into the menu bar. `run` gets the id of the one that was chosen. */
export function setMenu(say: Translate, run: (id: string) => void): void {
  const mac = process.platform === 'darwin'
  const item = ({ id, label, shortcut }: Command): MenuItemConstructorOptions => ({
    id,
    label: say(label),
    ...(shortcut !== null && {
      accelerator: shortcut.replace('Mod', 'CmdOrCtrl'),
      // Shown here, carried out by the page: it knows whether an input method is composing. macOS takes every key of
      // the menu for itself.
      registerAccelerator: mac,
    }),
    click: () => run(id),
  })
  const itemsOf = (menu: CommandMenu): MenuItemConstructorOptions[] =>
    commands.filter((command) => command.menu === menu).map(item)
  const separator: MenuItemConstructorOptions = { type: 'separator' }

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      {
        label: say('program.file'),
        submenu: [
          ...itemsOf('file'),
          separator,
          mac ? { role: 'close' } : { role: 'quit', label: say('program.quit') },
        ],
      },
      {
        label: say('program.edit'),
        submenu: [
          { role: 'undo', label: say('program.undo') },
          { role: 'redo', label: say('program.redo') },
          separator,
          { role: 'cut', label: say('program.cut') },
          { role: 'copy', label: say('program.copy') },
          { role: 'paste', label: say('program.paste') },
          { role: 'pasteAndMatchStyle', label: say('program.pastePlain') },
          { role: 'selectAll', label: say('program.selectAll') },
          separator,
          ...itemsOf('edit'),
        ],
      },
      { label: say('program.article'), submenu: itemsOf('article') },
      { label: say('program.review'), submenu: itemsOf('review') },
      {
        label: say('program.view'),
        submenu: [
          ...itemsOf('view'),
          separator,
          { role: 'resetZoom', label: say('program.actualSize') },
          { role: 'zoomIn', label: say('program.zoomIn') },
          { role: 'zoomOut', label: say('program.zoomOut') },
          { role: 'togglefullscreen', label: say('program.fullScreen') },
          ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
        ],
      },
      ...(mac ? [{ role: 'windowMenu' } as const] : []),
      { role: 'help', label: say('program.help'), submenu: itemsOf('help') },
    ]),
  )
}
