import { errorMessages } from './errors.ts'
import { newsroomMessages } from './newsroom.ts'

/** Every word that people read, in every language. An area's words live in a file of its own and are gathered here. */
export const catalog = {
  ...errorMessages,
  ...newsroomMessages,
} as const

export type MessageKey = keyof typeof catalog
