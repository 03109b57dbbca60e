import { mkdir, open } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import type { UnsavedText } from '#shared/contract/host.ts'
import type { Logger } from '#shared/log.ts'

import type { HostWindow } from './hostWindow.ts'

/** Milliseconds. Whoever shuts down waits no longer. */
const saveTimeout = 3_000

/** Texts as a person reads them in any program. */
export const rescueText = (texts: readonly UnsavedText[]): string =>
  texts.map(({ headline, text }) => `${headline}\n\n${text}\n`).join('\n----\n\n')

/** On the disk when it answers; throws when this one does not take it either. */
export async function writeRescue(file: string, texts: readonly UnsavedText[]): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(rescueText(texts))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Nobody is there to be asked: what the disk does not take goes to wherever it can be written. */
export async function saveOrRescue(window: HostWindow, dataDir: string, log: Logger): Promise<void> {
  if ((await window.askToSave(saveTimeout)) !== 'late') return
  const texts = (await window.unsavedTexts(saveTimeout)) ?? []
  if (texts.length === 0) return
  const file = await rescueInto([join(dataDir, 'rescued'), homedir(), tmpdir()], new Date(), texts)
  log.error('words could not be saved in the library', { texts: texts.length, file })
}

/** Where nobody can be asked: the first folder that takes the words. Null when none does. */
export async function rescueInto(
  folders: readonly string[],
  at: Date,
  texts: readonly UnsavedText[],
): Promise<string | null> {
  for (const folder of folders) {
    const file = join(folder, `galley-unsaved-${at.toISOString().replaceAll(/[:.]/g, '-')}.txt`)
    try {
      await mkdir(folder, { recursive: true })
      await writeRescue(file, texts)
      return file
    } catch {
      // The next one, then.
    }
  }
  return null
}
