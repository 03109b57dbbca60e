import { errorMessages } from './errors.ts'
import { importMessages } from './importing.ts'
import { newsroomMessages } from './newsroom.ts'
import { siteMessages } from './site.ts'

/** Every word that people read, in every language. An area's words live in a file of its own and are gathered here. */
export const catalog = {
  ...errorMessages,
  ...importMessages,
  ...newsroomMessages,
  ...siteMessages,
} as const

export type MessageKey = keyof typeof catalog
