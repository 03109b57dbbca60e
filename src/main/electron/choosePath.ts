import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'

import type { PathUse } from '#shared/contract/host.ts'
import type { Translate } from '#shared/messages/format.ts'

/** Asks a person for a place on this computer; null when they decided against it. */
export async function choosePath(
  window: BrowserWindow,
  use: PathUse,
  suggested: string,
  say: Translate,
): Promise<string | null> {
  const filters = [{ name: say('archive.fileType'), extensions: ['zip'] }]
  if (use === 'newArchive') {
    const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath: suggested, filters })
    return canceled || filePath === '' ? null : filePath
  }
  const { filePaths, canceled } = await dialog.showOpenDialog(window, {
    ...(suggested === '' ? {} : { defaultPath: suggested }),
    ...(use === 'folder'
      ? { properties: ['openDirectory', 'createDirectory'] }
      : { properties: ['openFile'], filters }),
  })
  return canceled ? null : (filePaths[0] ?? null)
}
