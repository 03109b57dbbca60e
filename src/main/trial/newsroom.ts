import { join } from 'node:path'

import type { Pictures } from '#pictures/contract.ts'
import type { Logger } from '#shared/log.ts'
import type { CoreCalls } from '#shared/contract/core.ts'

import type { Child } from '../processes/child.ts'
import type { Instance, TrialAccount } from '../processes/control.ts'
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

/** @throws profile_in_use when another Galley serves this folder; its details carry that one's `instance`. */
export async function openTrialNewsroom(options: TrialOptions): Promise<TrialNewsroom> {
  const { folder, instance, launchServer, pictures, log } = options
  const stateFile = join(folder, 'state.json')
  const state = await readState(stateFile)

  const server = keepServer({
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
  const { facts } = await server.running()
  log.info('the trial newsroom is open', { siteUrl: facts.siteUrl, people: facts.people.map(({ account }) => account) })

  return {
    people: facts.people,
    siteUrl: facts.siteUrl,
    profileFolder: (account) => join(folder, 'people', account),
    async welcome(person, core) {
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
    close: () => server.stop(),
  }
}
