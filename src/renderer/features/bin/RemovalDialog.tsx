import { Trash2 } from 'lucide-react'
import { useRef } from 'react'

import type { ArticleId } from '#shared/domain/ids.ts'
import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Notice } from '#renderer/ui/Notice.tsx'
import styles from './bin.module.css'
import { BinList } from './BinList.tsx'
import { Consequences } from './Consequences.tsx'
import type { Going } from './going.ts'
import { OneArticle } from './OneArticle.tsx'
import type { RemovalList } from './useRemovalList.ts'
import { useRemovalList } from './useRemovalList.ts'

interface RemovalDialogProps {
  asked: 'bin' | ArticleId
  onRemoved: (count: number) => void
  onClose: () => void
}

/** Names everything that leaves the disk, before it does. Enter does nothing but cancel. */
export function RemovalDialog({ asked, onRemoved, onClose }: RemovalDialogProps) {
  const t = useT()
  const errorText = useErrorText()
  const cancel = useRef<HTMLButtonElement>(null)
  const { going, error, removing, choose, remove } = useRemovalList(asked, (removed) => {
    onRemoved(removed)
    onClose()
  })
  const chosen = going?.chosen.length ?? 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(asked === 'bin' ? 'bin.emptyTitle' : 'bin.removeTitle')}
      description={t('bin.intro')}
      closeLabel={t('app.close')}
      initialFocus={cancel}
      actions={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button variant="primary" icon={Trash2} disabled={chosen === 0 || removing} onClick={remove}>
            {t('bin.confirm', { n: chosen })}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {error !== null && <Notice tone="caution">{errorText(error)}</Notice>}
        {going === null && error === null && <p className={styles.soft}>{t('bin.counting')}</p>}
        {going !== null && <Question going={going} onChoose={choose} />}
      </div>
    </Dialog>
  )
}

interface QuestionProps {
  going: Going
  onChoose: RemovalList['choose']
}

function Question({ going, onChoose }: QuestionProps) {
  const t = useT()
  const [only, ...others] = [...going.held, ...going.free]
  if (only === undefined) return <p className={styles.soft}>{t('bin.nothing')}</p>
  const consequences = going.chosen.length > 0 && <Consequences going={going} />
  return others.length === 0 ? (
    <>
      <OneArticle article={only} />
      {consequences}
    </>
  ) : (
    <>
      {consequences}
      <BinList going={going} onChoose={onChoose} />
    </>
  )
}
