import { IntlMessageFormat } from 'intl-messageformat'

import type { MessageKey } from './catalog.ts'
import { catalog } from './catalog.ts'
import type { Locale } from './define.ts'

export type Values = Record<string, string | number | Date>

/** Says `key` in one language. */
export type Translate = (key: MessageKey, values?: Values) => string

/** A translator for one language; compiled messages are kept for as long as it lives. */
export function translator(locale: Locale): Translate {
  const compiled = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    let message = compiled.get(key)
    if (message === undefined) {
      message = new IntlMessageFormat(catalog[key][locale], intlTag[locale], undefined, { ignoreTag: true })
      compiled.set(key, message)
    }
    return String(message.format(values))
  }
}

/** The tag under which dates, numbers and sorting are asked of Intl. `co-pinyin` sorts names by sound. */
export const intlTag: Record<Locale, string> = { zh: 'zh-CN-u-co-pinyin', en: 'en' }

/** The language for a list of tags as systems and browsers give them; Chinese where nothing fits. */
export function chooseLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'zh' || language === 'en') return language
  }
  return 'zh'
}
