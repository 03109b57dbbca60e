import { dialog } from 'electron'

import type { Translate } from '#shared/messages/format.ts'

import type { ClosingQuestions } from '../common/closing.ts'
import { mayClose } from '../common/closing.ts'
import type { ProfileWindow } from './profileWindow.ts'

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
    void mayClose(host, questions)
      .then((close) => {
        if (close) window.destroy()
        else onStay()
      })
      .finally(() => {
        asking = false
      })
  })

  const questions: ClosingQuestions = {
    async choose() {
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
    },
    async whereTo(suggestion) {
      const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath: suggestion })
      return canceled || filePath === '' ? null : filePath
    },
    async tellFailure(error) {
      await dialog.showMessageBox(window, {
        type: 'warning',
        message: say('program.notSavedElsewhere'),
        detail: String(error),
        noLink: true,
      })
    },
  }
}
