import type { Logger } from '#shared/log.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import { createClient } from '#shared/rpc/client.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import type { PicturesChild } from './child.ts'
import type { Pictures } from './contract.ts'
import { decoderContract } from './contract.ts'

export interface KeptPictures extends Pictures {
  close(): void
}

export interface KeepPicturesOptions {
  launch: () => PicturesChild
  log: Logger
  /** Calls `work` after so many milliseconds, unless it is called off. */
  after?: (milliseconds: number, work: () => void) => () => void
}

interface Running {
  child: PicturesChild
  client: RpcClient<typeof decoderContract>
  /** Rejects with `decoder_unavailable`. */
  ready: Promise<unknown>
}

/** Milliseconds that one picture may take. The largest that is allowed takes a few seconds on a slow machine. */
const patience = 60_000

const timer: NonNullable<KeepPicturesOptions['after']> = (milliseconds, work) => {
  const handle = setTimeout(work, milliseconds)
  return () => clearTimeout(handle)
}

/**
 * A decoder that is started when the first picture comes and again after it died. It does one picture at a time, so
 * that memory is bounded by the largest. The picture over which it dies or takes too long is refused; those that wait
 * get the next decoder.
 */
export function keepPictures({ launch, log, after = timer }: KeepPicturesOptions): KeptPictures {
  let running: Running | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  function start(): Running {
    const child = launch()
    const client = createClient(decoderContract, portTransport(child.port))
    const ready = client.call.decoder.ready({}).catch((error: unknown) => {
      throw isGalleyError(error, 'decoder_unavailable')
        ? error
        : new GalleyError('decoder_unavailable', {}, { cause: error })
    })
    const started: Running = { child, client, ready }
    // Calls that are open fail, also where the runtime does not say that the link is gone.
    void child.exited.then(() => letGo(started))
    return started
  }

  function letGo(gone: Running): void {
    if (running === gone) running = null
    gone.client.close()
    gone.child.kill()
  }

  async function attempt<T>(work: (pictures: Pictures) => Promise<T>): Promise<T> {
    if (closed) throw new GalleyError('disconnected')
    const current = (running ??= start())
    const { child, client, ready } = current
    const callOff = after(patience, () => {
      log.warn('a picture takes too long: the decoder is ended')
      child.kill()
    })
    try {
      await ready
      return await work(client.call.pictures)
    } catch (error) {
      if (isGalleyError(error, 'decoder_unavailable')) letGo(current)
      if (closed || !isGalleyError(error, 'disconnected')) throw error
      letGo(current)
      log.warn('the decoder died over a picture')
      throw new GalleyError('media_unsupported', { reason: 'damaged' }, { cause: error })
    } finally {
      callOff()
    }
  }

  function queue<T>(work: (pictures: Pictures) => Promise<T>): Promise<T> {
    const turn = last.then(() => attempt(work))
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    inspect: (input) => queue((pictures) => pictures.inspect(input)),
    preview: (input) => queue((pictures) => pictures.preview(input)),
    publish: (input) => queue((pictures) => pictures.publish(input)),
    close() {
      closed = true
      running?.child.kill()
    },
  }
}
