import { parseArgs } from 'node:util'

export interface Options {
  /** In the trial newsroom, instead of at the real desk. */
  trial: boolean
  /** Account of the person of the trial newsroom whose window is wanted; its first person when null. */
  person: string | null
}

/** Reads `--trial` and `--person=ACCOUNT`, among whatever else Chromium was given. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: argv.filter((argument) => argument === '--trial' || argument.startsWith('--person=')),
    options: { trial: { type: 'boolean', default: false }, person: { type: 'string' } },
  })
  return { trial: values.trial, person: values.person ?? null }
}
