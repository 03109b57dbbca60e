import type { Newsroom } from '#shared/domain/newsroom.ts'
import type { Translate } from '#shared/messages/format.ts'
import { chooseLocale, translator } from '#shared/messages/format.ts'

/** The site's words, in the newsroom's language. */
export const wordsOf = ({ language }: Pick<Newsroom, 'language'>): Translate => translator(chooseLocale([language]))
