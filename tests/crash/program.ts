import type { Bundle } from '../bench/kit/bundle.ts'
import { bundle } from '../bench/kit/bundle.ts'

/** child.ts and the threads of its core, bundled as the product is, so that a thousand starts take no time. */
export const bundleCrashProgram = (): Promise<Bundle> =>
  bundle({
    child: 'tests/crash/child.ts',
    archive: 'src/core/archive/worker.ts',
    backup: 'src/core/backup/worker.ts',
    search: 'src/core/search/worker.ts',
  })
