import { z } from 'zod'

import { WireError } from './errors.ts'

export const CallMessage = z.object({
  t: z.literal('call'),
  id: z.int(),
  method: z.string().max(100),
  input: z.unknown(),
})
export const OkMessage = z.object({ t: z.literal('ok'), id: z.int(), output: z.unknown() })
export const FailMessage = z.object({ t: z.literal('fail'), id: z.int(), error: WireError })
export const EventMessage = z.object({ t: z.literal('event'), name: z.string(), payload: z.unknown() })

export const RpcMessage = z.discriminatedUnion('t', [CallMessage, OkMessage, FailMessage, EventMessage])
export type RpcMessage = z.infer<typeof RpcMessage>

/** Ends a registration. Owned by whoever registered, at once. */
export type Dispose = () => void

/**
 * An ordered, two-way stream of messages between two processes. Values are structured-cloneable JSON plus Uint8Array;
 * what arrives is validated by the client and the server of the contract and not by the transport.
 */
export interface Transport {
  send(message: RpcMessage): void
  onMessage(listener: (message: unknown) => void): Dispose
  /** Called once; at once when the stream has ended already. */
  onClose(listener: () => void): Dispose
  close(): void
}
