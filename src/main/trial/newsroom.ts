import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type { Pictures } from '#pictures/contract.ts'
import type { Logger } from '#shared/log.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { diskTroubleOf } from '#shared/contract/recovery.ts'
import type { GalleyError } from '#shared/rpc/errors.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { trialPeople } from '#server/trial/resources.ts'

import type { Child } from '../processes/child.ts'
import type { Instance, ServerFacts, TrialAccount } from '../processes/control.ts'
import { keepServer } from '../processes/keepServer.ts'
import { readState, writeState } from './stateFile.ts'
import { welcome } from './welcome.ts'

/** An invented newsroom on this machine: a publishing server of its own, and a desktop for each of its people. */
export interface TrialNewsroom {
  /** The first of them is who a newcomer is. */
  readonly people: readonly TrialAccount[]
  /** Where readers find what it publishes. */
  readonly siteUrl: string
  /** The data folder of a person's desktop. */
  profileFolder(account: string): string
  /** Enrols a person's desktop and puts their sample articles on it, where that has not been done yet. */
  welcome(person: TrialAccount, core: CoreCalls): Promise<void>
  close(): Promise<void>
}

export interface TrialOptions {
  folder: string
  instance: Instance
  launchServer: () => Child
  pictures: Pictures
  log: Logger
}

/** Milliseconds between two attempts to start a server whose disk took nothing. */
const pause = 5_000

/**
 * Where the disk takes nothing, the newsroom opens without its server: desktops can be read, and say what is wrong with
 * the disk. The server starts when the disk is well again, and desktops find it there as after any loss of the network.
 * @throws profile_in_use when another Galley serves this folder; its details carry that one's `instance`
 */
export async function openTrialNewsroom(options: TrialOptions): Promise<TrialNewsroom> {
  const { folder, instance, launchServer, pictures, log } = options
  const stateFile = join(folder, 'state.json')
  const state = await readState(stateFile)

  const keep = () =>
    keepServer({
      folder,
      launch: launchServer,
      pictures,
      settings: async () => ({ folder, port: state.port, instance }),
      async onReady({ url }) {
        state.port = Number(new URL(url).port)
        await writeState(stateFile, state)
      },
      log,
    })
  let server = keep()
  /** What the newsroom is, and what keeps its server from starting. */
  let open = await server.running().then(
    ({ facts }): Opened => ({ facts, trouble: null }),
    async (error: unknown): Promise<Opened> => {
      if (!isGalleyError(error) || diskTroubleOf(error) === null) throw error
      log.error('the trial newsroom opens without its server', { error: String(error) })
      return { facts: await withoutServer(state.port), trouble: error }
    },
  )
  const stop = new AbortController()
  const trying = startLater()
  const { siteUrl, people } = open.facts
  log.info('the trial newsroom is open', { siteUrl, people: people.map(({ account }) => account) })

  async function startLater(): Promise<void> {
    while (open.trouble !== null) {
      await delay(pause, undefined, { signal: stop.signal }).catch(() => undefined)
      if (stop.signal.aborted) return
      await server.stop()
      server = keep()
      await server.running().then(
        ({ facts }) => (open = { facts, trouble: null }),
        (error: unknown) => log.warn('the server does not start yet', { error: String(error) }),
      )
    }
  }

  return {
    get people() {
      return open.facts.people
    },
    get siteUrl() {
      return open.facts.siteUrl
    },
    profileFolder: (account) => join(folder, 'people', account),
    async welcome(person, core) {
      const { facts, trouble } = open
      if (trouble !== null) throw trouble
      const { account } = person
      await welcome(
        core,
        { person, serverUrl: facts.url, imported: state.imported[account] ?? [] },
        async (imported) => {
          state.imported[account] = imported
          await writeState(stateFile, state)
        },
      )
    },
    async close() {
      stop.abort()
      await trying
      await server.stop()
    },
  }
}

interface Opened {
  facts: ServerFacts
  trouble: GalleyError | null
}

/** What is known without the server. Nobody is enrolled meanwhile, so nobody needs a password. */
async function withoutServer(port: number): Promise<ServerFacts> {
  const url = `http://127.0.0.1:${port}`
  return { url, siteUrl: url, people: (await trialPeople()).map((person) => ({ ...person, password: '' })) }
}
