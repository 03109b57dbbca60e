import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Session } from 'electron'
import { protocol } from 'electron'

import type { Asset } from '../common/assets.ts'
import { findAsset } from '../common/assets.ts'
import { cacheControl, securityHeaders } from '../common/headers.ts'
import { findPicture, mediaName } from '../common/media.ts'
import type { Profile } from '../common/profile.ts'
import { rendererFolder } from '../common/program.ts'
import { origin, scheme } from './origin.ts'

/** Makes the scheme a real origin, with its own storage and a content policy. Before the program is ready, or never. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the windows of one profile from `galley://app/`: the built renderer, and the profile's own pictures under
 * `/media/`. Nothing else on the disk has an address.
 */
export function serveProfile(session: Session, { dataDir, core }: Profile): void {
  session.protocol.handle(scheme, async ({ url, method }) => {
    const path = pathOf(url)
    if (path === null || method !== 'GET') return answer(null, false)
    const name = mediaName(path)
    const asset =
      name === null
        ? await findAsset(rendererFolder, path)
        : await findPicture(dataDir, name, (await core.running()).mediaFile)
    return answer(asset, name !== null || path.startsWith('/assets/'))
  })
}

/** The path as it stands in the address. Null for another host, user, password or port. */
function pathOf(url: string): string | null {
  const [beforeQuery = ''] = url.split(/[?#]/, 1)
  return beforeQuery.startsWith(`${origin}/`) ? beforeQuery.slice(origin.length) : null
}

function answer(asset: Asset | null, hashed: boolean): Response {
  const headers = securityHeaders()
  if (asset === null) return new Response(null, { status: 404, headers })
  // Read as it goes out: a picture may have fifty megabytes. In a package this file lies inside the archive.
  const body = Readable.toWeb(createReadStream(asset.path))
  return new Response(body, {
    headers: { ...headers, 'Content-Type': asset.mimeType, 'Cache-Control': cacheControl(hashed) },
  })
}
