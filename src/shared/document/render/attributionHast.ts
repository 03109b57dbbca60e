import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

import type { Newsroom } from '../../domain/newsroom.ts'
import { chooseLocale, translator } from '../../messages/format.ts'
import type { PrintedLine, PrintedValue } from './types.ts'

/** Lines of the printed attribution as a list of terms; every name stands in an isolate of its own. */
export function attributionHast(lines: readonly PrintedLine[], { language }: Pick<Newsroom, 'language'>): Element {
  const t = translator(chooseLocale([language]))
  const separator: ElementContent = { type: 'text', value: t('site.separator') }
  const valueHast = (value: PrintedValue): ElementContent[] => {
    const of = value.of === undefined ? [] : [h('bdi', t('site.ofSource', { source: value.of }))]
    return [linked(value), ...of]
  }
  return h(
    'dl',
    { className: ['attribution'] },
    lines.map(({ key, label, values }) =>
      h('div', { className: [key.replace('.', '-')] }, [
        h('dt', t('site.labelled', { label })),
        h(
          'dd',
          values.flatMap((value, index) => [...(index === 0 ? [] : [separator]), ...valueHast(value)]),
        ),
      ]),
    ),
  )
}

function linked({ text, url, dateTime }: PrintedValue): Element {
  if (dateTime !== undefined) return h('time', { dateTime }, text)
  const name = h('bdi', text)
  return url === undefined ? name : h('a', { href: url, rel: ['external', 'noopener'] }, [name])
}
