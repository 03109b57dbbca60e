import type { CoreContext } from '../context.ts'
import type { DeviceSigner } from '../settings/deviceKey.ts'
import { readSetting } from '../settings/repository.ts'
import type { Patience } from './deskClient.ts'
import { DeskClient, ordinaryPatience } from './deskClient.ts'
import { Session } from './session.ts'

export interface Reach {
  readonly fetch: typeof globalThis.fetch
  readonly patience: Patience
}

export const reach = (fetch = globalThis.fetch, patience: Partial<Patience> = {}): Reach => ({
  fetch,
  patience: { ...ordinaryPatience, ...patience },
})

/** The session of the enrolment as it stands: made anew when this desktop enrols again. */
export class Sessions {
  readonly #context: CoreContext
  readonly #reach: Reach
  readonly #signer: DeviceSigner
  #current: { deviceId: string; session: Session } | null = null

  constructor(context: CoreContext, reach: Reach, signer: DeviceSigner) {
    this.#context = context
    this.#reach = reach
    this.#signer = signer
  }

  clientFor(serverUrl: string): DeskClient {
    return new DeskClient(serverUrl, this.#reach.fetch, this.#reach.patience)
  }

  /** Null before enrolment. */
  current(): Session | null {
    const enrolment = readSetting(this.#context.db, 'enrolment')
    if (enrolment === undefined) return null
    if (this.#current?.deviceId !== enrolment.deviceId) {
      const session = new Session(this.clientFor(enrolment.serverUrl), enrolment, this.#signer)
      this.#current = { deviceId: enrolment.deviceId, session }
    }
    return this.#current.session
  }
}
