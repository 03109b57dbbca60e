import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

/** Cost by OWASP's table for scrypt. Kept with each hash, so that it can be raised without asking anyone to log in again. */
const cost = { N: 2 ** 15, r: 8, p: 3 }

const StoredHash = z.object({
  algorithm: z.literal('scrypt'),
  N: z.int().min(2 ** 15),
  r: z.int().min(8),
  p: z.int().min(1),
  salt: z.base64(),
  hash: z.base64(),
})
type StoredHash = z.infer<typeof StoredHash>

const derive = promisify(
  (password: string, salt: Buffer, { N, r, p }: typeof cost, done: (error: Error | null, key: Buffer) => void) =>
    scrypt(password.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, done),
)

/** A password as it is stored: JSON that names its algorithm and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return JSON.stringify({
    algorithm: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    hash: hash.toString('base64'),
  } satisfies StoredHash)
}

/** Takes as long for an account that does not exist (`stored` is null), so that time does not tell which ones do. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const { salt, hash, ...parameters } = StoredHash.parse(JSON.parse(stored ?? nobody))
  const derived = await derive(password, Buffer.from(salt, 'base64'), parameters)
  return timingSafeEqual(derived, Buffer.from(hash, 'base64')) && stored !== null
}

/** The hash of no password: its key is random bytes that nothing was derived into. */
const nobody = JSON.stringify({
  algorithm: 'scrypt',
  ...cost,
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(32).toString('base64'),
} satisfies StoredHash)
