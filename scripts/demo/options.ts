import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { say } from '#main/common/language.ts'
import { AiUse } from '#shared/domain/attribution.ts'
import type { Supplement } from './supplement.ts'
import { DemoFailure } from './failure.ts'

export interface DemoOptions {
  /** Whole paths; none for the bundled samples. */
  files: string[]
  out: string | null
  json: boolean
  help: boolean
  supplement: Supplement
}

const text = { type: 'string' } as const

export function readOptions(args: string[], cwd: string): DemoOptions {
  const { values, positionals } = parse(args)
  const aiUse = values['ai-use'] === undefined ? undefined : AiUse.safeParse(values['ai-use'])
  if (aiUse?.success === false) throw notUnderstood(`--ai-use ${values['ai-use'] ?? ''}`)
  return {
    files: positionals.map((file) => resolve(cwd, file)),
    out: values.out === undefined ? null : resolve(cwd, values.out),
    json: values.json ?? false,
    help: values.help ?? false,
    supplement: {
      editor: values.editor ?? '',
      responsibleEditor: values['responsible-editor'] ?? '',
      byline: values.byline ?? '',
      column: values.column ?? '',
      aiUse: aiUse?.data ?? null,
    },
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: text,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        editor: text,
        'responsible-editor': text,
        byline: text,
        column: text,
        'ai-use': text,
      },
    })
  } catch (error) {
    throw notUnderstood(error instanceof Error ? error.message : String(error))
  }
}

const notUnderstood = (detail: string): DemoFailure =>
  new DemoFailure('input', `${say('demo.unknownOption', { detail })}\n${say('demo.usage')}`)
