import { appMessages } from './app.ts'
import { archiveMessages } from './archive.ts'
import { attributionMessages } from './attribution.ts'
import { binMessages } from './bin.ts'
import { clashMessages } from './clash.ts'
import { commandMessages } from './commands.ts'
import { demoMessages } from './demo.ts'
import { errorMessages } from './errors.ts'
import { historyMessages } from './history.ts'
import { importMessages } from './importing.ts'
import { libraryMessages } from './library.ts'
import { newsroomMessages } from './newsroom.ts'
import { programMessages } from './program.ts'
import { reviewMessages } from './review.ts'
import { searchMessages } from './search.ts'
import { safetyMessages } from './safety.ts'
import { settingsMessages } from './settings.ts'
import { sharingMessages } from './sharing.ts'
import { siteMessages } from './site.ts'
import { syncMessages } from './sync.ts'
import { writingMessages } from './writing.ts'

/** Every word that people read, in every language. An area's words live in a file of its own and are gathered here. */
export const catalog = {
  ...appMessages,
  ...archiveMessages,
  ...attributionMessages,
  ...binMessages,
  ...clashMessages,
  ...commandMessages,
  ...demoMessages,
  ...errorMessages,
  ...historyMessages,
  ...importMessages,
  ...libraryMessages,
  ...newsroomMessages,
  ...programMessages,
  ...reviewMessages,
  ...searchMessages,
  ...safetyMessages,
  ...settingsMessages,
  ...sharingMessages,
  ...siteMessages,
  ...syncMessages,
  ...writingMessages,
} as const

export type MessageKey = keyof typeof catalog
