import { createServer } from '#shared/rpc/server.ts'
import type { PortLike } from '#shared/rpc/messagePort.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { decoderContract } from './contract.ts'
import { decoderHandlers } from './handlers.ts'

/*
 * Decodes pictures, in a process of its own: a decoder is the part of a program that strangers' bytes reach first, and
 * one that crashes or turns in circles here takes nothing with it.
 */

/** The link to Electron's main process, in a utility process. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

function portToParent(): PortLike {
  const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort !== undefined) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => void parentPort.on('message', ({ data }) => listener(data)),
      onClose: () => undefined,
      close: () => process.exit(0),
    }
  }
  return {
    post: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on('message', listener),
    onClose: (listener) => void process.once('disconnect', listener),
    close: () => process.exit(0),
  }
}

// Ctrl+C in a terminal reaches the children too. They end when their parent does.
process.on('SIGINT', () => undefined)
const onDefect = (error: unknown, method: string): void =>
  void process.stderr.write(
    `${JSON.stringify({ level: 'error', message: 'decoder defect', method, error: String(error) })}\n`,
  )
const transport = portTransport(portToParent())
createServer(decoderContract, decoderHandlers, { onDefect }).serve(transport)
transport.onClose(() => process.exit(0))
