import { parseArgs } from 'node:util'

import { deskFolder, trialFolder } from '../common/folders.ts'
import { say } from '../common/language.ts'
import { jsonLog } from '../common/log.ts'
import { firstInstance } from '../common/secondInstance.ts'
import { openLoopbackHost } from './host.ts'

/*
 * `node out/main/loopback.js [--trial] [--person=ACCOUNT ...]`: prints the address of each profile that it opens, one a
 * line, and serves until it is interrupted.
 */
const { values } = parseArgs({
  options: { trial: { type: 'boolean', default: false }, person: { type: 'string', multiple: true, default: [] } },
})
const log = jsonLog('host')

try {
  const host = await openLoopbackHost({ trial: values.trial, folder: values.trial ? trialFolder() : deskFolder(), log })
  const print = (address: string) => void process.stdout.write(`${address}\n`)
  if (values.person.length === 0) print(await host.open())
  for (const account of values.person) print(await host.open(account))

  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    void host.close().finally(() => process.exit(0))
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
} catch (error) {
  const first = firstInstance(error)
  if (first === null) throw error
  if (first.address === null) process.stderr.write(`${say('program.alreadyOpen')}\n`)
  else process.stdout.write(`${first.address}\n`)
  process.exit(first.address === null ? 1 : 0)
}
