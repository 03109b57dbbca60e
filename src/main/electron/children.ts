import type { MessagePortMain } from 'electron'
import { app, MessageChannelMain, utilityProcess } from 'electron'

import type { PicturesChild } from '#pictures/child.ts'
import { forkPictures } from '#pictures/fork.ts'

import { entryFile, outsideArchive } from '../common/program.ts'
import type { Child } from '../processes/child.ts'
import { forkChild } from '../processes/child.ts'
import { emitterPort, joinPorts } from '../processes/emitterPort.ts'

/** A child that a window can be connected to. */
export interface ElectronChild extends Child {
  /** A port to `name`, to be handed to a page. */
  hand(name: string): MessagePortMain
}

/** Starts a child process in the way that fits the runtime. */
export function launch(name: 'core' | 'server'): ElectronChild {
  const externalNode = chooseNode()
  return externalNode === null ? launchUtility(name) : launchFork(name, externalNode)
}

/** The product's way: under Electron's own Node, with real MessagePorts, so that this process is off the data path. */
function launchUtility(name: 'core' | 'server'): ElectronChild {
  const child = utilityProcess.fork(entryFile(name), [], { serviceName: `galley-${name}`, stdio: 'inherit' })
  const hand = (port: string): MessagePortMain => {
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage(port, [port1])
    return port2
  }
  return {
    get pid() {
      return child.pid
    },
    hand,
    open: (port) => emitterPort(hand(port)),
    exited: new Promise((resolve) => {
      child.once('exit', () => resolve())
    }),
    kill: () => void child.kill(),
  }
}

/** Under a Node beside Electron: for debugging, and for a runtime whose own Node is too old for the database. */
function launchFork(name: 'core' | 'server', node: string): ElectronChild {
  const child = forkChild(entryFile(name), node)
  return {
    ...child,
    hand(port) {
      const { port1, port2 } = new MessageChannelMain()
      joinPorts(emitterPort(port1), child.open(port))
      return port2
    },
  }
}

/** The decoder, beside the cores and not below one: a utility process cannot start another. */
export function launchPictures(): PicturesChild {
  const externalNode = chooseNode()
  if (externalNode !== null) return forkPictures(outsideArchive(entryFile('pictures')), externalNode)
  const child = utilityProcess.fork(entryFile('pictures'), [], { serviceName: 'galley-pictures', stdio: 'inherit' })
  return {
    port: {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onClose: () => undefined,
      close: () => void child.kill(),
    },
    exited: new Promise((resolve) => {
      child.once('exit', () => resolve())
    }),
    kill: () => void child.kill(),
  }
}

/** better-sqlite3 needs this version of Node-API, and every Electron that Galley is packed with has it. */
const neededNodeApi = 10

/**
 * GALLEY_CORE_NODE names the other Node. A packed product does not listen to it: whoever sets the environment would get
 * a program of theirs to be handed the device key. A runtime that cannot run the core itself is no product.
 */
function chooseNode(): string | null {
  const node = process.env['GALLEY_CORE_NODE'] ?? ''
  const runtimeIsTooOld = Number(process.versions['napi']) < neededNodeApi
  return node !== '' && (!app.isPackaged || runtimeIsTooOld) ? node : null
}
