import { z } from 'zod'

import { Enrolment, Newsroom, Person } from '../domain/newsroom.ts'
import { command, query } from '../rpc/contract.ts'

/** How this person likes the program. Unknown or broken values fall back, each on its own. */
export const Preferences = z.object({
  locale: z.enum(['system', 'zh', 'en']).catch('system'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Two characters at the start of each paragraph. */
  firstLineIndent: z.boolean().catch(true),
  /** Share of the window's width, in per cent, by pane. */
  panes: z.record(z.string(), z.number()).catch({}),
})
export type Preferences = z.infer<typeof Preferences>

export const settings = {
  methods: {
    preferences: query({ input: z.object({}), output: Preferences }),
    setPreferences: command({ input: Preferences.partial(), output: Preferences }),
    /** Null before this desktop has been enrolled at a desk. */
    enrolment: query({ input: z.object({}), output: Enrolment.nullable() }),
    enrol: command({
      input: z.object({ serverUrl: z.url(), account: z.string().min(1), password: z.string().min(1) }),
      output: Enrolment,
      errors: ['wrong_password', 'offline', 'rate_limited', 'keychain_unavailable', 'conflict'],
    }),
    /** What the desk last said of itself; null before the first contact. */
    newsroom: query({
      input: z.object({}),
      output: z.object({ newsroom: Newsroom, people: z.array(Person), siteUrl: z.url() }).nullable(),
    }),
  },
  events: {
    newsroomChanged: z.object({}),
    preferencesChanged: Preferences,
  },
} as const
