import { parseArgs } from 'node:util'

import { addPerson, backUpTo, checkRecord, revokeDevice } from './commands/administer.ts'
import { serve } from './commands/serve.ts'
import { jsonLogger } from './log.ts'
import { readSettings, SettingsError } from './settings/settings.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'

const help = `The publishing server of Galley.

  npm run server -- [serve] [--config FILE]
  npm run server -- add-person --account NAME --name "FULL NAME" --roles ROLE,ROLE
                    (password from GALLEY_PERSON_PASSWORD, else made up and shown)
  npm run server -- revoke-device DEVICE
  npm run server -- check-record
  npm run server -- backup FILE

Settings come from a JSON file (--config or GALLEY_SERVER_CONFIG) and from the environment, which wins:

  host                    GALLEY_SERVER_HOST            127.0.0.1
  port                    GALLEY_SERVER_PORT            8470
  dataDir                 GALLEY_SERVER_DATA            .galley/server
  siteUrl                 GALLEY_SERVER_SITE_URL        the address at which the server listens
  newsroomFile            GALLEY_SERVER_NEWSROOM        none: the newsroom stays as it is
  trustProxy              GALLEY_SERVER_TRUST_PROXY     none; addresses of reverse proxies
  administrator.account   GALLEY_SERVER_ADMIN_ACCOUNT   admin          (first start only)
  administrator.name      GALLEY_SERVER_ADMIN_NAME      Administrator  (first start only)
  administrator.password  GALLEY_SERVER_ADMIN_PASSWORD  made up and shown, on the loopback interface only

More in docs/server.md.`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      account: { type: 'string' },
      name: { type: 'string' },
      roles: { type: 'string' },
    },
  })
  if (values.help === true) return say(help)
  const settings = readSettings(values.config, process.env)
  const [command = 'serve', argument] = positionals
  switch (command) {
    case 'serve':
      return serve(settings, jsonLogger(), say)
    case 'add-person':
      return addPerson(settings, values, process.env['GALLEY_PERSON_PASSWORD'], say)
    case 'revoke-device':
      return revokeDevice(settings, argument, say)
    case 'check-record':
      if (!(await checkRecord(settings, say))) process.exitCode = 1
      return
    case 'backup':
      return backUpTo(settings, argument, say)
    default:
      throw new SettingsError(`There is no command ${command}.\n\n${help}`)
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}

/** What a person can mend is said in words; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message
  if (isGalleyError(error)) return `${error.code} ${JSON.stringify(error.details)}`
  if (!(error instanceof Error)) return String(error)
  const mendable = 'code' in error && typeof error.code === 'string'
  return mendable ? error.message : (error.stack ?? error.message)
}
