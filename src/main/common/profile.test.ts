import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { forkPictures } from '#pictures/fork.ts'
import { keepPictures } from '#pictures/keep.ts'
import { silentLogger } from '#shared/log.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { forkChild } from '../processes/child.ts'
import type { TrialNewsroom } from '../trial/newsroom.ts'
import { openProfile } from './profile.ts'
import { entryFile } from './program.ts'
import { secretsFile } from './secretsFile.ts'

it('lets go of a profile whose person could not be welcomed, so that it can be opened again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'galley-profile-'))
  const person = { account: 'lin', name: '林一', roles: [], password: 'long enough' }
  const open = (welcome: TrialNewsroom['welcome']) =>
    openProfile({
      owner: {
        newsroom: {
          people: [person],
          siteUrl: '',
          profileFolder: () => dataDir,
          welcome,
          close: async () => undefined,
        },
        person,
      },
      dataDir,
      instance: { address: null },
      launchCore: () => forkChild(entryFile('core')),
      pictures: keepPictures({ launch: () => forkPictures(), log: silentLogger }),
      secrets: (folder) => secretsFile(join(folder, 'secrets.json')),
      log: silentLogger,
    })

  await expect(open(() => Promise.reject(new GalleyError('offline')))).rejects.toMatchObject({ code: 'offline' })
  const profile = await open(async () => undefined)
  await profile.core.stop()
  await rm(dataDir, { recursive: true })
})
