import type { MessageKey } from '#shared/messages/catalog.ts'
import type { WireError } from '#shared/rpc/errors.ts'

/** Why the desk refused what an author asked about a colleague, where it can be said better than for any act; or null. */
export const refusedWriterText = ({ code, details }: WireError): MessageKey | null => {
  if (code === 'forbidden') return details['needs'] === 'write' ? 'sharing.mayNotWrite' : null
  return code in words ? words[code as keyof typeof words] : null
}

const words = {
  not_found: 'sharing.gone',
  wrong_state: 'sharing.handedInMeanwhile',
  too_large: 'sharing.tooMany',
} as const
