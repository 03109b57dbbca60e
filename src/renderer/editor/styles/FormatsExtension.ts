import { COMMAND_PRIORITY_LOW, defineExtension, FORMAT_TEXT_COMMAND } from 'lexical'

/** Copy is set in bold and italic. Other formats in an article are kept, but nothing here makes them. */
export const FormatsExtension = defineExtension({
  name: 'galley/Formats',
  register: (editor) =>
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold' && format !== 'italic',
      COMMAND_PRIORITY_LOW,
    ),
})
