/** Where private keys lie: the system's keychain, or a file that only this user can read. Hosts bring it. */
export interface SecretStore {
  /** Null when nothing is kept under this name. Throws `keychain_unavailable`. */
  get(name: string): Promise<string | null>
  /** Throws `keychain_unavailable`. */
  set(name: string, value: string): Promise<void>
}
