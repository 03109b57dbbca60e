import { z } from 'zod'

import { Role } from '../domain/roles.ts'
import type { Calls, Contract, Handlers } from '../rpc/contract.ts'
import { command, query } from '../rpc/contract.ts'

/** A person of the trial newsroom, with a profile and a window of their own. */
export const TrialPerson = z.object({
  account: z.string(),
  name: z.string(),
  roles: z.array(Role),
  /** This window is theirs. */
  current: z.boolean(),
})
export type TrialPerson = z.infer<typeof TrialPerson>

/** A whole text with words in it that are on no disk. */
export const UnsavedText = z.object({ headline: z.string(), text: z.string() })
export type UnsavedText = z.infer<typeof UnsavedText>

/** A new archive, one that is there, or a folder for backups. */
export const PathUse = z.enum(['newArchive', 'archive', 'folder'])
export type PathUse = z.infer<typeof PathUse>

/** What a window may ask of the program around it, and what the program asks of the window. */
export const host = {
  methods: {
    /** `trial` is null in a profile that is enrolled at a real desk. */
    info: query({
      input: z.object({}),
      output: z.object({
        version: z.string(),
        platform: z.enum(['darwin', 'win32', 'linux', 'other']),
        /** It has dialogs in which people choose files and folders; elsewhere they write the path. */
        dialogs: z.boolean(),
        trial: z.object({ people: z.array(TrialPerson), siteUrl: z.url() }).nullable(),
      }),
    }),
    /** Opens or focuses the window of another person of the trial newsroom. `url` is for a host that cannot open windows. */
    openPerson: command({
      input: z.object({ account: z.string() }),
      output: z.object({ url: z.url().nullable() }),
      errors: ['not_found'],
    }),
    /** Opens an http or https address in the person's browser. */
    openExternal: command({
      input: z.object({ url: z.string().max(2048) }),
      output: z.object({ opened: z.boolean() }),
      errors: ['forbidden'],
    }),
    /** Shows one of the profile's own folders in the system's file manager. */
    showFolder: command({
      input: z.object({ folder: z.enum(['backups', 'damaged']) }),
      output: z.object({}),
      errors: ['not_found'],
    }),
    /** Asks a person for a place, in the system's own dialog. Null when they decided against it, or there is no dialog. */
    choosePath: command({
      input: z.object({ for: PathUse, suggested: z.string().max(4096) }),
      output: z.object({ path: z.string().nullable() }),
    }),
    /** The answer to `unsaved`. */
    unsavedWords: command({ input: z.object({ texts: z.array(UnsavedText) }), output: z.object({}) }),
    /** The window has nothing left to save; a close that was waiting for it goes on. */
    readyToClose: command({ input: z.object({}), output: z.object({}) }),
  },
  events: {
    /** Someone wants to close: save what is unsaved, then call `readyToClose`. */
    closing: z.object({}),
    /** The disk does not take them: hand over the texts that hold unsaved words, by `unsavedWords`. */
    unsaved: z.object({}),
    /** A menu item or its shortcut was chosen. `id` is a command's id: see renderer/app/commands. */
    command: z.object({ id: z.string() }),
  },
} as const

export const hostContract = { host } as const satisfies Contract
export type HostContract = typeof hostContract
export type HostHandlers = Handlers<HostContract>
export type HostCalls = Calls<HostContract>
