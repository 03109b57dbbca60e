import { contextBridge, ipcRenderer } from 'electron'

/** The part of the page's window that is used here: this file compiles without the DOM. */
declare const window: {
  readonly location: { readonly origin: string }
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void
}

/*
 * All that a page gets: it may ask for a pair of ports, to the core of its profile and to the program around it. They
 * arrive as a message to the window, because a MessagePort cannot cross the bridge between the two worlds; so does the
 * answer that there are none now.
 */
contextBridge.exposeInMainWorld('galley', {
  connect: (): void => ipcRenderer.send('galley:connect'),
})

ipcRenderer.on('galley:ports', ({ ports }) => {
  window.postMessage({ type: 'galley:ports' }, window.location.origin, ports)
})
ipcRenderer.on('galley:ports-failed', () => {
  window.postMessage({ type: 'galley:ports-failed' }, window.location.origin, [])
})
