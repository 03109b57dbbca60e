import { decoder } from './decode/library.ts'
import { preview } from './decode/preview.ts'
import { inspect } from './decode/inspect.ts'
import { publish } from './decode/publish.ts'
import type { Handlers } from '#shared/rpc/contract.ts'
import type { decoderContract } from './contract.ts'

export const decoderHandlers: Handlers<typeof decoderContract> = {
  pictures: {
    inspect: ({ path }) => inspect(path),
    preview: ({ path, to, side }) => preview(path, to, side),
    publish: ({ path, to, statement }) => publish(path, to, statement),
  },
  decoder: {
    async ready() {
      await decoder()
      return {}
    },
  },
}
