import type { CDPSession, Page } from '@playwright/test'

/** An input method at work, as Chromium itself drives one. */
export class InputMethod {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  async compose(text: string): Promise<void> {
    await this.#session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }

  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text })
  }
}
