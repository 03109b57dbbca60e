import type { WebContents } from 'electron'
import { BrowserWindow, shell } from 'electron'

import type { Pictures } from '#pictures/contract.ts'
import type { Logger } from '#shared/log.ts'
import type { Translate } from '#shared/messages/format.ts'

import { openProfile, ownerOf } from '../common/profile.ts'
import { saveOrRescue } from '../common/rescue.ts'
import type { TrialNewsroom } from '../trial/newsroom.ts'
import { launch } from './children.ts'
import { choosePath } from './choosePath.ts'
import { saveBeforeClosing } from './closing.ts'
import type { ProfileWindow } from './profileWindow.ts'
import { openWindow } from './profileWindow.ts'
import { secretStore } from './secrets.ts'
import { openExternally } from './security.ts'
import { watchWindow } from './sessionEnd.ts'
import type { WayOut } from './wayOut.ts'

/** The windows of the program, one for each profile. */
export interface Workstation {
  /** Opens the window of a person of the trial newsroom, or of the desk (null); brings it to the front if it is open. */
  show(account: string | null): Promise<void>
  windowOf(contents: WebContents): ProfileWindow | null
  focused(): ProfileWindow | null
  /** Resolves when the cores of all closed windows have let go of their folders. */
  settled(): Promise<void>
}

export interface WorkstationOptions {
  newsroom: TrialNewsroom | null
  /** Of the trial newsroom, or of the profile that works at a desk. */
  folder: string
  pictures: Pictures
  say: Translate
  log: Logger
  /** How the program ends. */
  way: WayOut
}

export function createWorkstation({ newsroom, folder, pictures, say, log, way }: WorkstationOptions): Workstation {
  const opened = new Map<string | null, Promise<ProfileWindow>>()
  const closing = new Map<string | null, Promise<void>>()
  const windows = new Set<ProfileWindow>()

  async function show(account: string | null): Promise<void> {
    const existing = opened.get(account)
    if (existing !== undefined) {
      bringToFront((await existing).window)
      return
    }
    const opening = open(account)
    opened.set(account, opening)
    await opening.catch((error: unknown) => {
      opened.delete(account)
      throw error
    })
  }

  async function open(account: string | null): Promise<ProfileWindow> {
    await closing.get(account)
    const profile = await openProfile({
      ...ownerOf(newsroom, account, folder),
      instance: { address: null },
      launchCore: () => launch('core'),
      pictures,
      secrets: (dataDir) => secretStore(dataDir, newsroom !== null, log),
      log,
    })
    const { owner } = profile
    const profileWindow: ProfileWindow = openWindow({
      profile,
      services: {
        owner,
        openPerson: async (other) => {
          await show(other)
          return null
        },
        openExternal: openExternally,
        dataDir: profile.dataDir,
        showFolder: (path) => shell.openPath(path),
        choosePath: (use, suggested) => choosePath(profileWindow.window, use, suggested, say),
        log,
      },
    })
    windows.add(profileWindow)
    saveBeforeClosing(profileWindow, say, way.stay)
    watchWindow(profileWindow, way.quit, () => {
      const host = profileWindow.host()
      if (host !== null) void saveOrRescue(host, profile.dataDir, log)
    })
    profileWindow.window.on('closed', () => {
      windows.delete(profileWindow)
      opened.delete(account)
      closing.set(account, profile.core.stop())
    })
    return profileWindow
  }

  const find = (matches: (window: BrowserWindow) => boolean): ProfileWindow | null =>
    Array.from(windows).find(({ window }) => matches(window)) ?? null

  return {
    show,
    windowOf: (contents) => find((window) => window.webContents === contents),
    focused: () => find((window) => window === BrowserWindow.getFocusedWindow()),
    async settled() {
      await Promise.all(closing.values())
    },
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
