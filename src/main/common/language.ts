import { chooseLocale, translator } from '#shared/messages/format.ts'

/** What a host says before there is a window, in the system's language. */
export const say = translator(chooseLocale([Intl.DateTimeFormat().resolvedOptions().locale]))
