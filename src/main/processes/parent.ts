import type { PortLike } from '#shared/rpc/messagePort.ts'
import type { EmitterPort } from './emitterPort.ts'
import { emitterPort } from './emitterPort.ts'
import { wireToParent } from './forkWire.ts'
import { multiplex } from './wire.ts'

/** The part of a utility process's link to Electron's main process that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: EmitterPort[] }) => void): unknown
}

/**
 * The ports that the parent opens to this process, by name. Electron hands over real MessagePorts; a parent that forked
 * this process with an ordinary channel multiplexes its own over that.
 */
export function acceptPorts(onPort: (name: string, port: PortLike) => void): void {
  // Ctrl+C in a terminal reaches the children too. They end when their parent says so, after the windows have saved.
  process.on('SIGINT', () => undefined)
  const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort === undefined) {
    multiplex(wireToParent(), onPort)
    return
  }
  parentPort.on('message', ({ data, ports: [port] }) => {
    if (typeof data === 'string' && port !== undefined) onPort(data, emitterPort(port))
  })
}
