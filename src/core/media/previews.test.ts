import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

import { openDesktop } from '#core/testing/desktop.ts'
import { png } from '#core/testing/pictures.ts'

it('shows a large picture small, once that is made, and the picture itself until then and ever after a loss', async () => {
  const { call, core, dataDir } = await openDesktop()
  const { media } = await call.media.add({ bytes: png(3000, 40) })
  expect(await core.mediaFile(media)).toMatchObject({ mimeType: 'image/png' })
  await vi.waitFor(async () => expect(await core.mediaFile(media)).toMatchObject({ mimeType: 'image/webp' }))
  rmSync(join(dataDir, 'previews'), { recursive: true })
  expect(await core.mediaFile(media)).toMatchObject({ mimeType: 'image/png' })
})

it('makes none of a picture that is small', async () => {
  const { call, core, dataDir } = await openDesktop()
  const { media } = await call.media.add({ bytes: png(300, 40) })
  expect(await core.mediaFile(media)).toMatchObject({ mimeType: 'image/png' })
  expect(readdirSync(dataDir)).not.toContain('previews')
})
