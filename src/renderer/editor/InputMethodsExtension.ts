import { defineExtension, safeCast } from 'lexical'

import type { InputMethods } from '../draft/Composing.ts'

const unheard: InputMethods = { hold: () => () => undefined, compose: () => () => undefined }

/** Whom the editor, and the fields in it, tell what input methods do. */
export const InputMethodsExtension = defineExtension({
  name: 'galley/InputMethods',
  config: safeCast<InputMethods>(unheard),
  build: (_editor, inputMethods) => inputMethods,
})
