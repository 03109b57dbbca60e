import type { ComparedBlock } from '#shared/document/compare/contents.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import type { Translate } from '#shared/messages/format.ts'
import type { ComparedRow } from './rows.ts'

/** What stands in the margin: the name of a field, and what became of a block. */
export function rowNote(row: ComparedRow, t: Translate): string {
  if (row.kind === 'title') return t(`newsroom.${row.line}`)
  if (row.kind === 'field') return row.row.label
  return row.kind === 'block' ? blockNote(row.block, t) : ''
}

const words = {
  added: 'history.changeAdded',
  removed: 'history.changeRemoved',
  changed: 'history.changeChanged',
} as const

function blockNote({ change, moved, restyled }: ComparedBlock, t: Translate): string {
  const told = [
    ...(moved ? [t('history.changeMoved')] : []),
    ...(restyled === null
      ? []
      : [t('history.changeStyle', { before: styleName(restyled.before, t), after: styleName(restyled.after, t) })]),
    ...(change !== 'same' && restyled === null ? [t(words[change])] : []),
  ]
  return told.join(t('review.separator'))
}

const styleKeys: Record<string, MessageKey> = {
  paragraph: 'history.paragraph',
  h2: 'history.h2',
  h3: 'history.h3',
  quote: 'history.quote',
  bullet: 'history.bullet',
  number: 'history.number',
  picture: 'history.picture',
  clash: 'history.clash',
}

/** See styleOf in compare/parts.ts. */
function styleName(style: string, t: Translate): string {
  const [name = '', start] = style.split(' ')
  if (start !== undefined) return t('history.numberFrom', { n: Number(start) })
  return t(styleKeys[name] ?? 'history.unknownBlock')
}
