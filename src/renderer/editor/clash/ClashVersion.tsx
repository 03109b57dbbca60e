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
import { Marked } from './Marked.tsx'

type Version = ClashBlock['versions'][number]

interface Props {
  version: Version
  /** The one to hold it against. Null where there are more. */
  other: Version | null
  index: number
  nameOf: NameOf
  children: ReactNode
}

/** One of the versions: whose it is, since when, and what it says. */
export function ClashVersion({ version, other, index, nameOf, children }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={styles.version}>
      <p className={styles.who}>
        {versionTitle(version, index, t, nameOf)}
        <time dateTime={version.when}>{format.dateTime(version.when)}</time>
      </p>
      <div className={styles.words}>
        {'blocks' in version ? (
          <Blocks blocks={version.blocks} others={other !== null && 'blocks' in other ? other.blocks : []} />
        ) : (
          <Value
            text={valueText(version.value)}
            other={other === null || 'blocks' in other ? null : valueText(other.value)}
          />
        )}
      </div>
      {children}
    </li>
  )
}

function Value({ text, other }: { text: string; other: string | null }) {
  const t = useT()
  if (text === '') return <p className={styles.none}>{t('clash.blank')}</p>
  return (
    <p>
      <Marked text={text} other={other} />
    </p>
  )
}

function Blocks({ blocks, others }: { blocks: readonly PlainBlock[]; others: readonly PlainBlock[] }) {
  const t = useT()
  if (blocks.length === 0) return <p className={styles.none}>{t('clash.deletes')}</p>
  return blocks.map((block, index) => {
    const other = counterpart(block, index, blocks, others)
    return <BlockWords key={block.$.id} block={block} other={other === undefined ? null : blockText(other)} />
  })
}

/** The same block of the other version; where that one was typed anew, what stands at its place. */
function counterpart(
  block: PlainBlock,
  index: number,
  blocks: readonly PlainBlock[],
  others: readonly PlainBlock[],
): PlainBlock | undefined {
  const same = others.find(({ $ }) => $.id === block.$.id)
  if (same !== undefined || blocks.length !== others.length) return same
  const there = others[index]
  return blocks.some(({ $ }) => $.id === there?.$.id) ? undefined : there
}

function BlockWords({ block, other }: { block: PlainBlock; other: string | null }) {
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
  const words = <Marked text={text} other={other} />
  if (block.type === 'heading') return <h4>{words}</h4>
  if (block.type === 'quote') return <blockquote>{words}</blockquote>
  return <p>{words}</p>
}
