import type { IpcMainEvent, Session, WebContents } from 'electron'
import { app, shell } from 'electron'

import { safeUrl } from '#shared/domain/url.ts'
import { isOwnPage, scheme } from './origin.ts'

/** Windows show the program and nothing else, whatever happens inside of them. */
export function lockContents(): void {
  app.on('web-contents-created', (_, contents) => lock(contents))
}

function lock(contents: WebContents): void {
  // The page itself never navigates: reloading is allowed, a dropped file or link is not.
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openExternally(url)
    return { action: 'deny' }
  })
}

/** Opens an address in the person's own browser or mail program. False for anything but http, https and mailto. */
export async function openExternally(url: string): Promise<boolean> {
  const safe = safeUrl(url)
  if (safe === null) return false
  await shell.openExternal(safe)
  return true
}

/** What a page may do without asking: put text on the clipboard, on a click. */
const granted = new Set(['clipboard-sanitized-write'])

/** No camera, place, notification or device; and no network: what windows need from it, core fetches. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(granted.has(permission) && isOwnPage(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (contents, permission) => granted.has(permission) && contents !== null && isOwnPage(contents.getURL()),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !allowedSchemes.has(new URL(url).protocol) }),
  )
  session.on('will-download', (event, item) => {
    // Exports are made in the page and saved by the person; nothing else has a reason to come down.
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}

const allowedSchemes = new Set([`${scheme}:`, 'blob:', 'devtools:'])

/** Only the page itself may speak to the main process: not a frame in it, not what it became after navigating. */
export function isTrustedSender({ senderFrame, sender }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url)
}
