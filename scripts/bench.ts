import { parseArgs } from 'node:util'

import type { Finding } from '../tests/bench/kit/measure.ts'

interface Bench {
  run: (options: { quick: boolean; million: boolean }) => Promise<Finding>
}

/*
 * `npm run bench -- NAME [--quick] --json`: one benchmark; `search --million`: its largest. People read the table on stderr; the last line of stdout is
 * one JSON object, `{bench, figures, limits, pass}`. Exit 0 only if every limit holds. See docs/performance.md.
 */
const names = ['typing', 'autosave', 'open', 'start', 'publish', 'search', 'library', 'merge', 'history']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
  },
})
const [name = '', ...others] = positionals
if (!names.includes(name) || others.length > 0 || (values.million && name !== 'search')) {
  process.stderr.write(
    `Usage: npm run bench -- NAME [--quick] [--json]\n       npm run bench -- search --million [--quick] [--json]\nNames: ${names.join(', ')}\n`,
  )
  process.exit(2)
}

// Loaded by name: a benchmark of the page is written for another runtime than one of core.
const { run } = (await import(`../tests/bench/${name}.ts`)) as Bench
const { figures, limits, pass } = await run({ quick: values.quick, million: values.million })
process.stderr.write(`${table(figures, limits)}\n${name}: ${pass ? 'every limit holds' : 'a limit is broken'}\n`)
if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, figures, limits, pass })}\n`)
process.exitCode = pass ? 0 : 1

function table(figures: Record<string, number>, limits: Record<string, number>): string {
  const rows = Object.entries(figures).map(([figure, value]) => {
    const limit = limits[figure]
    const judged = limit === undefined ? '' : `at most ${limit}${value <= limit ? '' : '  BROKEN'}`
    return `${figure.padEnd(24)}${String(value).padStart(10)}  ${judged}`.trimEnd()
  })
  return rows.join('\n')
}
