import { expect, it, vi } from 'vitest'
import { z } from 'zod'

import { query } from '#shared/rpc/contract.ts'
import { memoryTransports } from '#shared/rpc/memory.ts'
import { createServer } from '#shared/rpc/server.ts'
import type { Transport } from '#shared/rpc/transport.ts'
import { Connection } from './Connection.ts'

const contract = {
  desk: { methods: { name: query({ input: z.object({}), output: z.string() }) }, events: {} },
} as const

/** A program behind the window that can be killed and brought back. */
function program() {
  const waits: { milliseconds: number; run: () => void }[] = []
  const server = createServer(
    contract,
    { desk: { name: () => 'north' } },
    { onDefect: (error) => expect.fail(String(error)) },
  )
  let running = true
  let transport: Transport | null = null
  const connection = new Connection(
    contract,
    () => {
      if (!running) return Promise.reject(new Error('not running'))
      const [near, far] = memoryTransports()
      server.serve(far)
      transport = near
      return Promise.resolve(near)
    },
    {
      after(milliseconds, run) {
        waits.push({ milliseconds, run })
        return () => undefined
      },
    },
  )
  return {
    connection,
    waits,
    kill: () => {
      running = false
      transport?.close()
    },
    restart: () => (running = true),
  }
}

const connected = (connection: Connection<typeof contract>) =>
  vi.waitFor(() => expect(connection.getSnapshot().connected).toBe(true))

it('answers through the first connection', async () => {
  const { connection } = program()
  await connected(connection)
  expect(await connection.getSnapshot().client?.call.desk.name({})).toBe('north')
})

it('says that it is lost, waits longer each time, and comes back with a new client', async () => {
  const { connection, waits, kill, restart } = program()
  await connected(connection)
  const before = connection.getSnapshot().client
  kill()
  expect(connection.getSnapshot()).toEqual({ client: before, connected: false })
  await expect(before?.call.desk.name({})).rejects.toMatchObject({ code: 'disconnected' })

  waits[0]?.run()
  await vi.waitFor(() => expect(waits).toHaveLength(2))
  expect(waits[1]?.milliseconds).toBeGreaterThan(waits[0]?.milliseconds ?? 0)

  restart()
  waits[1]?.run()
  await connected(connection)
  expect(connection.getSnapshot().client).not.toBe(before)
  expect(await connection.getSnapshot().client?.call.desk.name({})).toBe('north')
})

it('stays closed once it was closed on purpose', async () => {
  const { connection, waits } = program()
  await connected(connection)
  connection.close()
  expect(waits).toEqual([])
})
