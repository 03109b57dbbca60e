import { join } from 'node:path'

import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { wireToChild } from '#main/processes/forkWire.ts'
import { multiplex } from '#main/processes/wire.ts'
import { coreContract } from '#shared/contract/core.ts'
import { createClient } from '#shared/rpc/client.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { bundle } from './kit/bundle.ts'
import type { Child } from './kit/child.ts'
import { startChild } from './kit/child.ts'
import { openDesktop } from './kit/desktop.ts'
import { inFolder } from './kit/folder.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'

const limits = {
  // Measured 2.3 to 4.2, the more the quieter the machine: most of it is loading core's code and making its schemas.
  // Guards against imports that core does not need, and against starting by reading the whole library.
  coreToFloor: 7,
}

/**
 * From starting core's process to its first list of articles, as a window asks for it. The floor starts a bare Node that
 * opens the same file and reads the same rows. Both are bundled as the product is, and find a warm compile cache.
 */
export function run({ quick }: { quick: boolean }): Promise<Finding> {
  return inFolder(async (folder) => {
    const articles = quick ? 200 : 1_000
    await furnish(folder, articles)
    const programs = await bundle({ core: 'tests/kit/children/core.ts', select: 'tests/bench/kit/children/select.ts' })
    try {
      const ms = await medians(quick ? 5 : 15, 2, {
        core: () => untilReady(() => startChild(programs.file('core'), folder), list),
        floor: () => untilReady(() => startChild(programs.file('select'), join(folder, 'library.db'))),
      })
      return judge({ coreToFloor: ms.core / ms.floor, coreMs: ms.core, floorMs: ms.floor, articles }, limits)
    } finally {
      await programs.remove()
    }
  })
}

async function furnish(folder: string, articles: number): Promise<void> {
  enrolLocally(folder)
  const { core, window } = await openDesktop(folder)
  for (let n = 0; n < articles; n += 1) {
    const bytes = new TextEncoder().encode(`第${n}稿\n\n${'河湾'.repeat(200)}`)
    await window.call.articles.importFile({ fileName: `${n}.txt`, bytes, attachments: [] })
  }
  await core.close()
}

async function list({ process }: Child): Promise<void> {
  const { call } = createClient(coreContract, portTransport(multiplex(wireToChild(process))('window')))
  const { rows } = await call.articles.list({ view: 'mine', offset: 0, limit: 50 })
  if (rows.length < 50) throw new Error('the library is not there')
}

/** Milliseconds until the program is there and `first` is done; ending it does not count. */
async function untilReady(start: () => Promise<Child>, first?: (child: Child) => Promise<void>): Promise<number> {
  const started: Child[] = []
  try {
    return await timed(async () => {
      const child = await start()
      started.push(child)
      await first?.(child)
    })
  } finally {
    for (const child of started) await child.kill()
  }
}
