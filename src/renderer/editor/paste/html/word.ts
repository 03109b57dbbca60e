import { styleText } from './inert.ts'
import type { ListEntry } from './lists.ts'

/**
 * Word writes the entries of a list as paragraphs with `mso-list:l0 level2 lfo1` in their style, and the bullet or the
 * number as text in a span with `mso-list:Ignore`. Null for any other element.
 */
export function wordEntry(element: Element): Omit<ListEntry, 'children'> | null {
  const style = styleText(element)
  const level = /mso-list\s*:[^;]*\blevel(\d+)/i.exec(style)?.[1]
  if (element.tagName.toUpperCase() !== 'P' || level === undefined) return null
  const marker = Array.from(element.querySelectorAll('span')).find((span) =>
    /mso-list\s*:\s*ignore/i.test(styleText(span)),
  )
  const numbered = /^[\s(（]*[\da-z一二三四五六七八九十]+[.)、．）]/iu.test(marker?.textContent ?? '')
  return { kind: numbered ? 'number' : 'bullet', level: Number(level) - 1 }
}
