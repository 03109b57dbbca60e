import { dialog } from 'electron'

import type { Translate } from '#shared/messages/format.ts'

import type { ProfileWindow } from './profileWindow.ts'

/** Longer than any save should take; then a person decides. */
const saveTimeout = 4_000

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
    return answer !== 'late' || (await confirmLoss())
  }

  async function confirmLoss(): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say('program.notSaved', { title: window.getTitle() }),
      detail: say('program.notSavedDetail'),
      buttons: [say('program.keepOpen'), say('program.closeAnyway')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }
}
