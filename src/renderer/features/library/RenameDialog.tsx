import type { SubmitEvent } from 'react'
import { useId, useRef, useState } from 'react'

import type { DraftSession } from '#renderer/draft/DraftSession.ts'
import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { useRenaming } from './renaming.ts'

/** Changes the slug of any article. That of the opened one goes through its session, which is the truth about it. */
export function RenameDialog({ session }: { session: DraftSession | null }) {
  const { articles } = useCore()
  const { article, end } = useRenaming()
  if (article === null) return null
  const { articleId, slug } = article
  const opened = session?.articleId === articleId && session.getSnapshot().editable ? session : null
  const save = async (next: string): Promise<void> => {
    if (opened === null) await articles.rename({ articleId, slug: next })
    else {
      opened.setFields({ slug: next })
      await opened.flush()
    }
  }
  return <Rename key={articleId} before={opened?.getSnapshot().fields.slug ?? slug} onSave={save} onEnd={end} />
}

interface RenameProps {
  before: string
  onSave: (slug: string) => Promise<void>
  onEnd: () => void
}

function Rename({ before, onSave, onEnd }: RenameProps) {
  const t = useT()
  const errorText = useErrorText()
  const form = useId()
  const field = useRef<HTMLInputElement>(null)
  const [slug, setSlug] = useState(before)
  const [error, setError] = useState<unknown>(null)
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    onSave(slug.trim()).then(onEnd, setError)
  }
  return (
    <Dialog
      open
      onClose={onEnd}
      title={t('library.renameTitle')}
      closeLabel={t('app.close')}
      initialFocus={field}
      actions={
        <>
          <Button onClick={onEnd}>{t('app.cancel')}</Button>
          <Button type="submit" form={form}>
            {t('library.rename')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit}>
        <TextField
          ref={field}
          label={t('newsroom.slug')}
          hint={t('library.renameHint')}
          maxLength={120}
          value={slug}
          onChange={setSlug}
          error={error === null ? undefined : errorText(error)}
        />
      </form>
    </Dialog>
  )
}
