import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { app, dialog, ipcMain, shell } from 'electron'

import { keepPictures } from '#pictures/keep.ts'
import { chooseLocale, translator } from '#shared/messages/format.ts'
import { toWire } from '#shared/rpc/errors.ts'

import { writeEntrancePage } from '../common/entrancePage.ts'
import { deskFolder, trialFolder } from '../common/folders.ts'
import { jsonLog } from '../common/log.ts'
import { firstInstance } from '../common/secondInstance.ts'
import { openTrialNewsroom } from '../trial/newsroom.ts'
import { launch, launchPictures } from './children.ts'
import { setMenu } from './menu.ts'
import { readOptions } from './options.ts'
import { registerScheme } from './protocol.ts'
import { isTrustedSender, lockContents } from './security.ts'
import { watchSession } from './sessionEnd.ts'
import { wayOut } from './wayOut.ts'
import { userDataFolder } from './userData.ts'
import type { Workstation } from './workstation.ts'
import { createWorkstation } from './workstation.ts'

/*
 * `galley [--trial] [--person=ACCOUNT]`: the desktop program. One instance for each newsroom folder: a second one asks
 * the first to show the window that was wanted, and ends.
 */
const log = jsonLog('main')
const options = readOptions(process.argv)
const folder = options.trial ? trialFolder() : deskFolder()

// Root in a container has no sandbox to be had; asking for it all the same would keep Chromium from starting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
lockContents()
const userData = userDataFolder(folder)
app.setPath('userData', userData.path)

// On a disk that takes nothing no lock can be had, and the window has to come up to say so.
if (app.requestSingleInstanceLock() || !userData.beside) void app.whenReady().then(start)
else app.exit(0)

async function start(): Promise<void> {
  const say = translator(chooseLocale([app.getLocale()]))
  try {
    const pictures = keepPictures({ launch: launchPictures, log })
    const newsroom = options.trial
      ? await openTrialNewsroom({
          folder,
          instance: { address: null },
          launchServer: () => launch('server'),
          pictures,
          log,
        })
      : null
    const way = wayOut(() => workstation.settled().then(() => newsroom?.close()))
    const workstation = createWorkstation({ newsroom, folder, pictures, say, log, way })
    watchSession(way.quit)
    const first = newsroom?.people[0]?.account ?? null
    serveWindows(workstation)
    setMenu(say, (id) => workstation.focused()?.host()?.emit('host.command', { id }))

    app.on('second-instance', (_, argv) => {
      workstation.show(readOptions(argv).person ?? first).catch(fail)
    })
    app.on('activate', () => {
      workstation.show(first).catch(fail)
    })

    await workstation.show(options.person ?? first)
  } catch (error) {
    await fail(error)
    app.exit(1)
  }

  async function fail(error: unknown): Promise<void> {
    log.error('a window cannot be opened', { error })
    const inUse = firstInstance(error)
    if (inUse !== null && inUse.address !== null) await showInBrowser(inUse.address)
    else
      dialog.showErrorBox(say('program.cannotOpen'), say(inUse ? 'program.alreadyOpen' : `error.${toWire(error).code}`))
  }
}

/** The loopback host has the folder: its address goes to the browser in a file, because it has a token. */
async function showInBrowser(address: string): Promise<void> {
  const page = await writeEntrancePage(folder, address)
  await shell.openPath(fileURLToPath(page.url))
  // Browsers do not say when they have read it.
  await delay(20_000)
  await page.remove()
}

/** The one message that pages may send: a request for their ports. */
function serveWindows(workstation: Workstation): void {
  ipcMain.on('galley:connect', (event) => {
    const window = isTrustedSender(event) ? workstation.windowOf(event.sender) : null
    window?.connect().catch((error: unknown) => {
      log.error('a window cannot be connected', { error })
      if (!event.sender.isDestroyed()) event.sender.send('galley:ports-failed')
    })
  })
}
