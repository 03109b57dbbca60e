import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import type { ReactNode } from 'react'

import type { ClashBlock, PlainBlock } from '#shared/document/blocks.ts'
import { isPicture } from '#shared/document/blocks.ts'
import { blockText } from '#shared/document/text.ts'
import type { NameOf } from '#shared/messages/clashText.ts'
import { valueText, versionTitle } from '#shared/messages/clashText.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { HostExtension } from '../HostExtension.ts'
import styles from './Clash.module.css'

interface Props {
  version: ClashBlock['versions'][number]
  index: number
  nameOf: NameOf
  children: ReactNode
}

/** One of the versions: whose it is, since when, and what it says. */
export function ClashVersion({ version, index, nameOf, children }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={styles.version}>
      <p className={styles.who}>
        {versionTitle(version, index, t, nameOf)}
        <time dateTime={version.when}>{format.dateTime(version.when)}</time>
      </p>
      <div className={styles.words}>
        {'blocks' in version ? <Blocks blocks={version.blocks} /> : <Value text={valueText(version.value)} />}
      </div>
      {children}
    </li>
  )
}

function Value({ text }: { text: string }) {
  const t = useT()
  return text === '' ? <p className={styles.none}>{t('clash.blank')}</p> : <p>{text}</p>
}

function Blocks({ blocks }: { blocks: readonly PlainBlock[] }) {
  const t = useT()
  if (blocks.length === 0) return <p className={styles.none}>{t('clash.deletes')}</p>
  return blocks.map((block) => <BlockWords key={block.$.id} block={block} />)
}

function BlockWords({ block }: { block: PlainBlock }) {
  const t = useT()
  const { mediaUrl } = useExtensionSignalValue(HostExtension, 'host')
  if (isPicture(block)) {
    return (
      <figure className={styles.figure}>
        <img src={mediaUrl(block.media)} alt={block.alt} loading="lazy" draggable={false} />
        <figcaption>{[block.caption, block.credit].filter((part) => part !== '').join(' ')}</figcaption>
      </figure>
    )
  }
  const text = blockText(block)
  if (text === '') return <p className={styles.none}>{t('clash.blank')}</p>
  if (block.type === 'heading') return <h4>{text}</h4>
  if (block.type === 'quote') return <blockquote>{text}</blockquote>
  return <p>{text}</p>
}
