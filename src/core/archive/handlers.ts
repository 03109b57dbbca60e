import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Archives } from './service.ts'

export const archiveHandlers = (archives: Archives): CoreHandlers['archives'] => ({
  status: () => archives.status(),
  export: ({ file }) => archives.export(file),
  inspect: ({ file }) => archives.inspect(file),
  import: () => archives.import(),
  async cancel() {
    await archives.cancel()
    return {}
  },
  discard() {
    archives.discard()
    return {}
  },
})
