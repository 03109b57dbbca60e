import type { RpcClient } from '#shared/rpc/client.ts'
import { createClient } from '#shared/rpc/client.ts'
import type { Contract } from '#shared/rpc/contract.ts'
import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose, Transport } from '#shared/rpc/transport.ts'

/** `client` is null until the first connection, and is replaced by each later one. */
export interface ConnectionState<C extends Contract> {
  readonly client: RpcClient<C> | null
  readonly connected: boolean
}

/** Milliseconds. The first attempt after a loss is at once: a restarted core is back within a moment. */
const firstWait = 100
const longestWait = 5000

export interface ConnectionOptions {
  /** Calls back after so many milliseconds; tests bring their own. */
  after?: (milliseconds: number, run: () => void) => Dispose
}

/** A client of a contract that comes back after its transport was lost. */
export class Connection<C extends Contract> {
  readonly #contract: C
  readonly #connect: () => Promise<Transport>
  readonly #after: NonNullable<ConnectionOptions['after']>
  readonly #listeners = new Listeners<void>()
  #state: ConnectionState<C> = { client: null, connected: false }
  #wait = firstWait
  #cancelWait: Dispose | null = null
  #closed = false

  constructor(contract: C, connect: () => Promise<Transport>, { after = later }: ConnectionOptions = {}) {
    this.#contract = contract
    this.#connect = connect
    this.#after = after
    void this.#open()
  }

  readonly getSnapshot = (): ConnectionState<C> => this.#state

  readonly subscribe = (listener: () => void): Dispose => this.#listeners.add(listener)

  close(): void {
    this.#closed = true
    this.#cancelWait?.()
    this.#state.client?.close()
  }

  async #open(): Promise<void> {
    let transport: Transport
    try {
      transport = await this.#connect()
    } catch {
      this.#retry()
      return
    }
    if (this.#closed) {
      transport.close()
      return
    }
    this.#wait = firstWait
    this.#set({ client: createClient(this.#contract, transport), connected: true })
    transport.onClose(() => {
      this.#set({ client: this.#state.client, connected: false })
      this.#retry()
    })
  }

  #retry(): void {
    if (this.#closed) return
    this.#cancelWait = this.#after(this.#wait, () => void this.#open())
    this.#wait = Math.min(this.#wait * 2, longestWait)
  }

  #set(state: ConnectionState<C>): void {
    this.#state = state
    this.#listeners.emit()
  }
}

function later(milliseconds: number, run: () => void): Dispose {
  const handle = setTimeout(run, milliseconds)
  return () => clearTimeout(handle)
}
