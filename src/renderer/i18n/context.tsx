import type { ReactNode } from 'react'
import { createContext, use, useEffect, useMemo } from 'react'

import type { Locale } from '#shared/messages/define.ts'
import { errorText } from '#shared/messages/errorText.ts'
import type { Translate } from '#shared/messages/format.ts'
import { intlTag, translator } from '#shared/messages/format.ts'
import { toWire } from '#shared/rpc/errors.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import type { Formatters } from './formatters.ts'
import { formatters } from './formatters.ts'

interface Language {
  locale: Locale
  t: Translate
  format: Formatters
}

const LanguageContext = createContext<Language | null>(null)

export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const language = useMemo(() => ({ locale, t: translator(locale), format: formatters(locale) }), [locale])
  useEffect(() => {
    document.documentElement.lang = intlTag[locale].split('-u-')[0] ?? locale
  }, [locale])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

function useLanguage(): Language {
  const language = use(LanguageContext)
  if (language === null) throw new Error('words are used outside of LanguageProvider')
  return language
}

export const useLocale = (): Locale => useLanguage().locale

/** Says a message in the person's language. */
export const useT = (): Translate => useLanguage().t

/** Dates, times, numbers and sorting as the person's language has them. */
export const useFormat = (): Formatters => useLanguage().format

/** Says a failure: what happened, what is safe, what to do next. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useLanguage()
  return useMemo(() => (error) => errorText(isWire(error) ? error : toWire(error), t), [t])
}

const isWire = (error: unknown): error is WireError =>
  typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error && 'details' in error
