import { z } from 'zod'

import { picturesContract } from '#pictures/contract.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { Role } from '#shared/domain/roles.ts'
import type { Contract } from '#shared/rpc/contract.ts'
import { command, query } from '#shared/rpc/contract.ts'
import { WireError } from '#shared/rpc/errors.ts'

/** Names of the ports that a parent opens to its child. The first is always `control`, where both call and answer. */
export const controlPort = 'control'
export const corePort = 'core'

const done = z.object({})
const SecretName = z.string().min(1).max(200)

/** What the holder of a data folder tells a second instance that wants the same folder. */
export const Instance = z.object({
  /** Where the loopback host serves it, with its token; null in Electron, which finds its first instance by itself. */
  address: z.url().nullable(),
})
export type Instance = z.infer<typeof Instance>

export const CoreSettings = z.object({ dataDir: z.string(), instance: Instance })
export type CoreSettings = z.infer<typeof CoreSettings>

export const ServerSettings = z.object({
  /** The folder of the trial newsroom. */
  folder: z.string(),
  /** The port to take if it is free; 0 for any. */
  port: z.int(),
  instance: Instance,
})
export type ServerSettings = z.infer<typeof ServerSettings>

/** A person of the trial newsroom, and how their desktop enrols. */
export const TrialAccount = z.object({
  account: z.string(),
  name: z.string(),
  roles: z.array(Role),
  password: z.string(),
})
export type TrialAccount = z.infer<typeof TrialAccount>

export const ServerFacts = z.object({ url: z.url(), siteUrl: z.url(), people: z.array(TrialAccount) })
export type ServerFacts = z.infer<typeof ServerFacts>

/** What a core asks of the program that started it. Nothing of it stands on a command line, which others can read. */
export const coreParentContract = {
  core: {
    methods: {
      settings: query({ input: done, output: CoreSettings }),
      /** The data folder is open and windows are served. */
      ready: command({ input: done, output: done }),
      /** The data folder cannot be opened, and trying again would not help. The core ends after this. */
      failed: command({ input: WireError, output: done }),
    },
    events: {},
  },
  /** The keychain, or what stands in for it. Keys leave it only towards the core. */
  secrets: {
    methods: {
      get: query({
        input: z.object({ name: SecretName }),
        output: z.object({ value: z.string().nullable() }),
        errors: ['keychain_unavailable'],
      }),
      set: command({
        input: z.object({ name: SecretName, value: z.string().max(100_000) }),
        output: done,
        errors: ['keychain_unavailable'],
      }),
    },
    events: {},
  },
  /** One decoder serves the whole program: a utility process of Electron cannot start one of its own. */
  ...picturesContract,
} as const satisfies Contract

/** What the program asks of a core that it started. */
export const coreChildContract = {
  core: {
    methods: {
      mediaFile: query({
        input: z.object({ hash: MediaHash }),
        output: z.object({ path: z.string(), mimeType: z.string() }).nullable(),
      }),
      /** Answers when everything is closed. */
      stop: command({ input: done, output: done }),
    },
    events: {},
  },
} as const satisfies Contract

/** What an embedded publishing server asks of the program that started it. */
export const serverParentContract = {
  server: {
    methods: {
      settings: query({ input: done, output: ServerSettings }),
      ready: command({ input: ServerFacts, output: done }),
      failed: command({ input: WireError, output: done }),
    },
    events: {},
  },
  ...picturesContract,
} as const satisfies Contract

export const serverChildContract = {
  server: { methods: { stop: command({ input: done, output: done }) }, events: {} },
} as const satisfies Contract
