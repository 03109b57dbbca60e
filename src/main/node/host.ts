import { join } from 'node:path'
import openUrl from 'open'

import { forkPictures } from '#pictures/fork.ts'
import { keepPictures } from '#pictures/keep.ts'
import type { Logger } from '#shared/log.ts'

import type { HostWindow } from '../common/hostWindow.ts'
import { serveWindow } from '../common/hostWindow.ts'
import { say } from '../common/language.ts'
import { openProfile, ownerOf } from '../common/profile.ts'
import { entryFile, rendererFolder } from '../common/program.ts'
import { saveOrRescue } from '../common/rescue.ts'
import { secretsFile } from '../common/secretsFile.ts'
import { forkChild } from '../processes/child.ts'
import { openTrialNewsroom } from '../trial/newsroom.ts'
import type { Door } from './door.ts'
import { listen } from './door.ts'
import { profileRoom } from './room.ts'

/** The program without Electron: each profile at a loopback address of its own, for whatever browser is there. */
export interface LoopbackHost {
  /** Opens the profile of a person of the trial newsroom, its first person's, or the desk's; answers its address. */
  open(account?: string): Promise<string>
  /** Asks every window to save, then closes everything in order. */
  close(): Promise<void>
}

interface OpenedProfile {
  readonly address: string
  readonly close: () => Promise<void>
}

export interface LoopbackOptions {
  /** In the trial newsroom, instead of at the real desk. */
  trial: boolean
  /** Of the trial newsroom, or of the profile that works at a desk. */
  folder: string
  /** The built renderer. */
  renderer?: string
  log: Logger
}

/** In the person's own browser, which need not be the one that shows the windows. */
async function openInBrowser(url: string): Promise<boolean> {
  await openUrl(url)
  return true
}

/** @throws profile_in_use when another Galley has the folder open; its details carry that one's `instance`. */
export async function openLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const { trial, folder, renderer = rendererFolder, log } = options
  const launchServer = () => forkChild(entryFile('server'))
  const launchCore = () => forkChild(entryFile('core'))
  const pictures = keepPictures({ launch: () => forkPictures(entryFile('pictures')), log })
  const secrets = (dataDir: string) => {
    log.warn('device keys are kept in a file and not in the keychain', { dataDir })
    return secretsFile(join(dataDir, 'secrets.json'))
  }

  // Listening before anything is opened, so that whoever comes second can be told where to go.
  const front = await listen()
  const instance = { address: front.address }
  const newsroom = trial ? await openTrialNewsroom({ folder, instance, launchServer, pictures, log }) : null

  const profiles = new Map<string | null, Promise<OpenedProfile>>()
  const frontOwner = newsroom?.people[0]?.account ?? null

  function open(account: string | null): Promise<OpenedProfile> {
    const opened = profiles.get(account) ?? openBehind(account)
    profiles.set(account, opened)
    // One that could not be opened may be tried again.
    opened.catch(() => profiles.delete(account))
    return opened
  }

  const openProfileOf = async (account: string | null, { address }: Door) =>
    await openProfile({
      ...ownerOf(newsroom, account, folder),
      instance: { address },
      launchCore,
      pictures,
      secrets,
      log,
    })

  async function openBehind(account: string | null): Promise<OpenedProfile> {
    const door: Door = account === frontOwner ? front : await listen()
    const profile = await openProfileOf(account, door).catch(async (error: unknown) => {
      // The front one is kept: its address is the one that a second host is told.
      if (door !== front) await door.close()
      throw error
    })
    const { owner } = profile
    const windows = new Set<HostWindow>()
    const openPerson = async (other: string) => (await open(other)).address

    door.open(
      profileRoom({
        profile,
        renderer,
        onWindow(transport) {
          const window = serveWindow(transport, {
            owner,
            openPerson,
            openExternal: openInBrowser,
            dataDir: profile.dataDir,
            showFolder: openUrl,
            // A browser cannot show a dialog that knows paths.
            choosePath: null,
            log,
          })
          windows.add(window)
          transport.onClose(() => windows.delete(window))
        },
        refusal: say('program.noToken'),
      }),
    )
    return {
      address: door.address,
      async close() {
        await Promise.all(Array.from(windows, (window) => saveOrRescue(window, profile.dataDir, log)))
        await door.close()
        await profile.core.stop()
      },
    }
  }

  return {
    open: async (account) => (await open(account ?? frontOwner)).address,
    async close() {
      // One that failed to open has nothing to close.
      await Promise.all(
        Array.from(profiles.values(), (opened) =>
          opened.then(
            ({ close }) => close(),
            () => undefined,
          ),
        ),
      )
      await newsroom?.close()
      pictures.close()
      await front.close()
    },
  }
}
