import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'

import type { UnsavedText } from '#shared/contract/host.ts'

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
