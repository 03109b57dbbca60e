import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Logger } from '#shared/log.ts'
import type { HostContract, HostHandlers, PathUse, UnsavedText } from '#shared/contract/host.ts'
import { hostContract } from '#shared/contract/host.ts'
import { safeUrl } from '#shared/domain/url.ts'
import type { Emit } from '#shared/rpc/contract.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Transport } from '#shared/rpc/transport.ts'

import type { Owner } from './profile.ts'
import { programVersion } from './program.ts'

/** What a host does for one window. */
export interface HostServices {
  readonly owner: Owner
  /** Opens or focuses the window of another person; answers the address where only a browser can open it. */
  readonly openPerson: (account: string) => Promise<string | null>
  /** Opens an address that `safeUrl` has passed. */
  readonly openExternal: (url: string) => Promise<boolean>
  /** The profile's folder, of which `showFolder` shows parts. */
  readonly dataDir: string
  /** Shows a folder in the system's file manager. */
  readonly showFolder: (path: string) => Promise<unknown>
  /** Asks for a path in the system's dialog; null where the host has none. */
  readonly choosePath: ((use: PathUse, suggested: string) => Promise<string | null>) | null
  readonly log: Logger
}

/** A window that is connected to its host. */
export interface HostWindow {
  readonly emit: Emit<HostContract>
  /** Asks it to save. `gone`: it went away instead of answering; `late`: it is still there and has not saved. */
  askToSave(milliseconds: number): Promise<'saved' | 'gone' | 'late'>
  /** The texts with words that it could not save; null when it does not answer in time. */
  unsavedTexts(milliseconds: number): Promise<UnsavedText[] | null>
}

export function serveWindow(transport: Transport, services: HostServices): HostWindow {
  const gone = new Promise<'gone'>((resolve) => {
    transport.onClose(() => resolve('gone'))
  })
  let saved: () => void = () => undefined
  let handedOver: (texts: UnsavedText[]) => void = () => undefined
  const server = createServer(
    hostContract,
    handlers(
      services,
      () => saved(),
      (texts) => handedOver(texts),
    ),
    { onDefect: (error, method) => services.log.error('a call failed unexpectedly', { method, error }) },
  )
  server.serve(transport)

  return {
    emit: server.emit,
    async askToSave(milliseconds) {
      let timer: NodeJS.Timeout | undefined
      const answer = new Promise<'saved' | 'late'>((resolve) => {
        saved = () => resolve('saved')
        timer = setTimeout(() => resolve('late'), milliseconds)
      })
      server.emit('host.closing', {})
      try {
        return await Promise.race([answer, gone])
      } finally {
        clearTimeout(timer)
      }
    },
    async unsavedTexts(milliseconds) {
      let timer: NodeJS.Timeout | undefined
      const answer = new Promise<UnsavedText[] | null>((resolve) => {
        handedOver = resolve
        timer = setTimeout(() => resolve(null), milliseconds)
      })
      server.emit('host.unsaved', {})
      try {
        return await Promise.race([answer, gone.then(() => null)])
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

const platforms = ['darwin', 'win32', 'linux'] as const

function handlers(
  { owner, openPerson, openExternal, dataDir, showFolder, choosePath }: HostServices,
  onReady: () => void,
  onUnsaved: (texts: UnsavedText[]) => void,
): HostHandlers {
  return {
    host: {
      info: () => ({
        version: programVersion,
        platform: platforms.find((name) => name === process.platform) ?? 'other',
        dialogs: choosePath !== null,
        trial: owner && {
          siteUrl: owner.newsroom.siteUrl,
          people: owner.newsroom.people.map(({ account, name, roles }) => ({
            account,
            name,
            roles,
            current: account === owner.person.account,
          })),
        },
      }),
      async openPerson({ account }) {
        if (owner === null) throw new GalleyError('not_found', { account })
        return { url: await openPerson(account) }
      },
      async openExternal({ url }) {
        const safe = safeUrl(url)
        if (safe === null) throw new GalleyError('forbidden', { url })
        return { opened: await openExternal(safe) }
      },
      async showFolder({ folder }) {
        const path = join(dataDir, folder)
        if (!existsSync(path)) throw new GalleyError('not_found', { folder })
        await showFolder(path)
        return {}
      },
      choosePath: async ({ for: use, suggested }) => ({ path: (await choosePath?.(use, suggested)) ?? null }),
      unsavedWords({ texts }) {
        onUnsaved(texts)
        return {}
      },
      readyToClose() {
        onReady()
        return {}
      },
    },
  }
}
