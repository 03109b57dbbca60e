import type { UnsavedText } from '#shared/contract/host.ts'

import type { HostWindow } from './hostWindow.ts'
import { writeRescue } from './rescue.ts'

/** Milliseconds. Longer than any save should take; then a person decides. */
const saveTimeout = 4_000

/** What a host asks the person at a window whose words no disk has taken. */
export interface ClosingQuestions {
  choose(): Promise<'stay' | 'elsewhere' | 'close'>
  /** Null when the person thinks better of it. */
  whereTo(suggestion: string): Promise<string | null>
  /** The place that was chosen does not take them either. */
  tellFailure(error: unknown): Promise<void>
}

/**
 * Whether a window may close. It may when its page has saved, or is gone; otherwise a person says so. A page or a core
 * that hangs is waited for as long as a save may take and no longer, so that each closing ends.
 */
export async function mayClose(window: () => HostWindow | null, questions: ClosingQuestions): Promise<boolean> {
  // A page that never came up, or is gone, has nothing that it could still save.
  const answer = await (window()?.askToSave(saveTimeout) ?? 'gone')
  if (answer !== 'late') return true
  for (;;) {
    const choice = await questions.choose()
    if (choice !== 'elsewhere') return choice === 'close'
    const texts = await (window()?.unsavedTexts(saveTimeout) ?? null)
    // In the meantime everything was saved, or the page is gone: either way the person decides anew.
    if (texts !== null && texts.length > 0 && (await saveElsewhere(texts, questions))) return true
  }
}

async function saveElsewhere(texts: readonly UnsavedText[], questions: ClosingQuestions): Promise<boolean> {
  const name = texts[0]?.headline.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'galley'
  const file = await questions.whereTo(`${name}.txt`)
  if (file === null) return false
  try {
    await writeRescue(file, texts)
    return true
  } catch (error) {
    await questions.tellFailure(error)
    return false
  }
}
