import { dialog } from 'electron'

import type { Translate } from '#shared/messages/format.ts'

import { writeRescue } from '../common/rescue.ts'
import type { ProfileWindow } from './profileWindow.ts'

/** Longer than any save should take; then a person decides. */
const saveTimeout = 4_000

const choices = ['stay', 'elsewhere', 'close'] as const

/**
 * Holds a closing window until its page has saved. Each closing ends: with the window closed, or with a person who
 * wants it to stay open. `onStay` is told of the latter.
 */
export function saveBeforeClosing({ window, host }: ProfileWindow, say: Translate, onStay: () => void): void {
  let asking = false
  window.on('close', (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    void mayClose()
      .then((close) => {
        if (close) window.destroy()
        else onStay()
      })
      .finally(() => {
        asking = false
      })
  })

  async function mayClose(): Promise<boolean> {
    // A page that never came up, or is gone, has nothing that it could still save.
    const answer = await (host()?.askToSave(saveTimeout) ?? 'gone')
    return answer !== 'late' || (await decide())
  }

  /** The disk does not take the words. Whether the window may close. */
  async function decide(): Promise<boolean> {
    const choice = await ask()
    if (choice === 'stay') return false
    return choice === 'close' || (await saveElsewhere())
  }

  async function saveElsewhere(): Promise<boolean> {
    const texts = await (host()?.unsavedTexts(saveTimeout) ?? null)
    // In the meantime everything was saved, or the page is gone: either way the person decides anew.
    if (texts === null || texts.length === 0) return decide()
    const { filePath, canceled } = await dialog.showSaveDialog(window, {
      defaultPath: `${texts[0]?.headline.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'galley'}.txt`,
    })
    if (canceled || filePath === '') return decide()
    try {
      await writeRescue(filePath, texts)
      return true
    } catch (error) {
      await dialog.showMessageBox(window, {
        type: 'warning',
        message: say('program.notSavedElsewhere'),
        detail: String(error),
        noLink: true,
      })
      return decide()
    }
  }

  async function ask(): Promise<'stay' | 'elsewhere' | 'close'> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say('program.notSaved', { title: window.getTitle() }),
      detail: say('program.notSavedDetail'),
      buttons: [say('program.keepOpen'), say('program.saveElsewhere'), say('program.closeAnyway')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return choices[response] ?? 'stay'
  }
}
