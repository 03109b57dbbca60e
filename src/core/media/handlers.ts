import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Media } from './service.ts'

export const mediaHandlers = (media: Media): CoreHandlers['media'] => ({
  add: ({ bytes }) => media.add(bytes),
  state: ({ media: hash }) => ({ state: media.state(hash) }),
})
