import { join } from 'node:path'
import type { BrowserWindowConstructorOptions, MessagePortMain, Session } from 'electron'
import { BrowserWindow, MessageChannelMain, session } from 'electron'

import { portTransport } from '#shared/rpc/messagePort.ts'

import type { HostServices, HostWindow } from '../common/hostWindow.ts'
import { serveWindow } from '../common/hostWindow.ts'
import type { Profile } from '../common/profile.ts'
import { preloadFile, programFolder } from '../common/program.ts'
import { corePort } from '../processes/control.ts'
import { emitterPort } from '../processes/emitterPort.ts'
import { readWindowState, writeWindowState } from './bounds.ts'
import type { ElectronChild } from './children.ts'
import { startPage } from './origin.ts'
import { serveProfile } from './protocol.ts'
import { lockSession } from './security.ts'

/** The window of one profile. */
export interface ProfileWindow {
  readonly window: BrowserWindow
  /** Hands the page ports: to the core, as soon as it runs, and to this process unless the page has one already. */
  connect(): Promise<void>
  /** Null while the page is not connected. */
  readonly host: () => HostWindow | null
}

export interface WindowOptions {
  profile: Profile<ElectronChild>
  services: HostServices
}

export function openWindow({ profile, services }: WindowOptions): ProfileWindow {
  const stateFile = join(profile.dataDir, 'window.json')
  const state = readWindowState(stateFile)
  const window = new BrowserWindow({
    ...look,
    ...(state ?? { width: 1440, height: 900 }),
    ...locked(sessionOf(profile)),
  })
  if (state?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeWindowState(stateFile, window))

  let host: HostWindow | null = null
  const serveHost = (): MessagePortMain => {
    const { port1, port2 } = new MessageChannelMain()
    const transport = portTransport(emitterPort(port1))
    const served = serveWindow(transport, services)
    host = served
    transport.onClose(() => {
      if (host === served) host = null
    })
    return port2
  }
  const { webContents } = window
  // A page that is loaded anew knows nothing of the ports of the last one.
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) host = null
  })
  // What was called saved is in the core's file; a fresh page shows it.
  webContents.on('render-process-gone', () => webContents.reload())

  void window.loadURL(startPage)
  return {
    window,
    host: () => host,
    async connect() {
      const { child } = await profile.core.running()
      if (window.isDestroyed()) return
      const core = child.hand(corePort)
      webContents.postMessage('galley:ports', null, host === null ? [core, serveHost()] : [core])
    },
  }
}

const look: BrowserWindowConstructorOptions = {
  minWidth: 720,
  minHeight: 480,
  show: false,
  autoHideMenuBar: true,
  icon: join(programFolder, 'resources', 'icons', 'icon.png'),
}

/** Each profile has storage of its own; none sees the pictures of another. */
function sessionOf(profile: Profile): Session {
  const own = session.fromPartition(`persist:${profile.owner?.person.account ?? 'desk'}`)
  lockSession(own)
  serveProfile(own, profile)
  return own
}

const locked = (own: Session): BrowserWindowConstructorOptions => ({
  webPreferences: {
    session: own,
    preload: preloadFile,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  },
})
