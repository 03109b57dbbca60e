import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useExtensionDependency } from '@lexical/react/useExtensionComponent'
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import { COMMAND_PRIORITY_EDITOR } from 'lexical'
import { useEffect, useRef } from 'react'

import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import { PICK_PICTURES_COMMAND } from '../styles/textCommands.ts'
import { ADD_PICTURES_COMMAND } from './commands.ts'
import styles from './PicturePicker.module.css'
import { PictureExtension } from './PictureExtension.ts'

/** Asks for files, and says how they are getting on. */
export function PicturePicker() {
  const t = useT()
  const errorText = useErrorText()
  const [editor] = useLexicalComposerContext()
  const input = useRef<HTMLInputElement>(null)
  const adding = useExtensionSignalValue(PictureExtension, 'adding')
  const problem = useExtensionSignalValue(PictureExtension, 'problem')
  const { dismiss } = useExtensionDependency(PictureExtension).output
  useEffect(
    () =>
      editor.registerCommand(
        PICK_PICTURES_COMMAND,
        () => {
          input.current?.click()
          return true
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  )
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/gif,image/webp"
        onChange={({ target }) => {
          editor.dispatchCommand(ADD_PICTURES_COMMAND, Array.from(target.files ?? []))
          target.value = ''
        }}
      />
      <output className={styles.progress}>{adding > 0 && t('writing.picturesAdding', { count: adding })}</output>
      {problem !== null && (
        <Notice
          tone="caution"
          className={styles.problem}
          action={
            <Button variant="quiet" onClick={dismiss}>
              {t('writing.dismiss')}
            </Button>
          }
        >
          {errorText(problem)}
        </Notice>
      )}
    </>
  )
}
