import { effect } from '@lexical/extension'
import { useExtensionDependency } from '@lexical/react/useExtensionComponent'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { TriangleAlert } from 'lucide-react'
import type { NodeKey } from 'lexical'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { BlockId } from '#shared/domain/ids.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { SHOW_DETAIL_COMMAND } from './commands.ts'
import type { DetailName } from './details.ts'
import { missingDetails } from './details.ts'
import styles from './Picture.module.css'
import { PictureImage } from './PictureImage.tsx'
import { PictureFocusExtension } from './PictureFocusExtension.ts'
import { PictureForm } from './PictureForm.tsx'
import type { PictureData } from './PictureNode.tsx'

interface Props {
  nodeKey: NodeKey
  blockId: BlockId | null
  picture: PictureData
}

/** A picture in the column: as it will be printed, with its details below while somebody is at it. */
export function PictureView({ nodeKey, blockId, picture }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [selected] = useLexicalNodeSelection(nodeKey)
  const [inForm, setInForm] = useState(false)
  const [sentTo, forget] = useSentTo(blockId)
  return (
    <div
      ref={frame}
      className={cx(styles.frame, selected && styles.selected)}
      onFocus={({ target }) => setInForm(target instanceof HTMLInputElement)}
      onBlur={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && frame.current?.contains(relatedTarget) === true)) setInForm(false)
      }}
    >
      <PictureImage picture={picture} />
      {(picture.caption !== '' || picture.credit !== '') && (
        <figcaption className={styles.caption}>
          {picture.caption}
          {picture.credit !== '' && <span className={styles.credit}>{picture.credit}</span>}
        </figcaption>
      )}
      {selected || inForm || sentTo !== null ? (
        <PictureForm nodeKey={nodeKey} picture={picture} sentTo={sentTo} onArrived={forget} />
      ) : (
        <Missing blockId={blockId} picture={picture} />
      )}
    </div>
  )
}

/** What has to be filled in before the article can go anywhere; leads to the first of it. */
function Missing({ blockId, picture }: { blockId: BlockId | null; picture: PictureData }) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const missing = missingDetails(picture)
  const [first] = missing
  if (first === undefined || blockId === null) return null
  const fields = missing.map(({ label }) => t(label)).join(t('writing.listComma'))
  return (
    <button
      type="button"
      className={styles.missing}
      onClick={() => editor.dispatchCommand(SHOW_DETAIL_COMMAND, { blockId, detail: first.name })}
    >
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      {t('writing.pictureMissing', { fields })}
    </button>
  )
}

/** The detail of this picture that somebody was sent to. */
function useSentTo(blockId: BlockId | null): [DetailName | null, () => void] {
  const { sentTo } = useExtensionDependency(PictureFocusExtension).output
  const [mine, setMine] = useState<DetailName | null>(null)
  useEffect(
    () =>
      effect(() => {
        const place = sentTo.value
        if (place === null || place.blockId !== blockId) return
        setMine(place.detail)
        sentTo.value = null
      }),
    [blockId, sentTo],
  )
  return [mine, useCallback(() => setMine(null), [])]
}
