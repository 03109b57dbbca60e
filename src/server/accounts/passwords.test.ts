import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'

import { hashPassword, passwordMatches } from './passwords.ts'

test('a password is stored with the cost and salt of its hash, and never as it was typed', async () => {
  const stored = await hashPassword('河堤上的灯')
  const { algorithm, N, r, p, salt, hash } = JSON.parse(stored) as Record<'N' | 'r' | 'p', number> &
    Record<'algorithm' | 'salt' | 'hash', string>
  expect({ algorithm, r }).toEqual({ algorithm: 'scrypt', r: 8 })
  expect(N).toBeGreaterThanOrEqual(2 ** 15)
  const again = scryptSync('河堤上的灯', Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 2 ** 28 })
  expect(again.toString('base64')).toBe(hash)
  expect(stored).not.toContain('河堤')
})

test('only the same password matches, in whichever form its characters were typed', async () => {
  const stored = await hashPassword('caf\u00e9')
  expect(await passwordMatches('cafe\u0301', stored)).toBe(true)
  expect(await passwordMatches('cafe', stored)).toBe(false)
})

test('two people with one password have two hashes', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
})

test('an account that does not exist matches nothing', async () => {
  expect(await passwordMatches('', null)).toBe(false)
})
