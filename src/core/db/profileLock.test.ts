import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { temporaryFolder } from '#core/testing/folder.ts'
import { lockProfile } from './profileLock.ts'

describe('the lock on a profile', () => {
  it('lets one in, and tells the second who is there', () => {
    const folder = temporaryFolder()
    const release = lockProfile(folder, { address: 'http://127.0.0.1:4000' })
    expect(() => lockProfile(folder)).toThrow(
      expect.objectContaining({
        code: 'profile_in_use',
        details: { instance: { address: 'http://127.0.0.1:4000' } },
      }),
    )
    release()
    lockProfile(folder)()
  })

  it('falls with its process, however that dies', async () => {
    const folder = temporaryFolder()
    const holder = spawn(
      process.execPath,
      [fileURLToPath(new URL('../testing/lockHolder.ts', import.meta.url)), folder],
      {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    )
    await once(holder, 'message')
    expect(() => lockProfile(folder)).toThrow(
      expect.objectContaining({ code: 'profile_in_use', details: { instance: { pid: holder.pid } } }),
    )
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    lockProfile(folder)()
  })
})
