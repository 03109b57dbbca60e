import { canonicalBytes } from '#shared/document/canonical.ts'
import type { Enrolment } from '#shared/domain/newsroom.ts'
import type { TokenStatement } from '#shared/protocol/routes.ts'
import { desk } from '#shared/protocol/routes.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import type { DeviceSigner } from '../settings/deviceKey.ts'
import type { DeskClient } from './deskClient.ts'

/** The desk does not let this desktop in: its key was revoked, or the desk does not know it. `cause` says which. */
export class SignedOut extends Error {
  override readonly cause: GalleyError

  constructor(cause: GalleyError) {
    super(cause.code)
    this.cause = cause
  }
}

/** The standing of this desktop at the desk: a short-lived token for a signed challenge, renewed when it is refused. */
export class Session {
  readonly client: DeskClient
  readonly #deviceId: Enrolment['deviceId']
  readonly #signer: DeviceSigner
  #token: string | null = null

  constructor(client: DeskClient, { deviceId }: Pick<Enrolment, 'deviceId'>, signer: DeviceSigner) {
    this.client = client
    this.#deviceId = deviceId
    this.#signer = signer
  }

  /**
   * Runs `request` with a token, and once more with a fresh one when the first was refused: tokens run out, and a
   * refusal at the door had no effect. Throws SignedOut, and what `request` throws.
   */
  async authorised<T>(signal: AbortSignal, request: (token: string) => Promise<T>): Promise<T> {
    const token = this.#token ?? (await this.#signIn(signal))
    try {
      return await request(token)
    } catch (error) {
      if (!isGalleyError(error, 'unauthenticated')) throw error
      this.#token = null
      const fresh = await this.#signIn(signal)
      return request(fresh).catch(signedOut(['unauthenticated']))
    }
  }

  async #signIn(signal: AbortSignal): Promise<string> {
    const deviceId = this.#deviceId
    const { challenge } = await this.client.call(desk.challenge, { body: { deviceId } }, { signal })
    const statement: TokenStatement = { domain: 'galley/token/1', deviceId, challenge }
    const signature = await this.#signer.sign(deviceId, canonicalBytes(statement))
    const { token } = await this.client
      .call(desk.token, { body: { statement, signature } }, { signal })
      .catch(signedOut(['unauthenticated', 'revoked_key', 'bad_signature', 'forbidden', 'not_found']))
    this.#token = token
    return token
  }
}

const signedOut =
  (codes: readonly ErrorCode[]) =>
  (error: unknown): never => {
    throw error instanceof GalleyError && codes.includes(error.code) ? new SignedOut(error) : error
  }
