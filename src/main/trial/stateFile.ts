import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/** What a host remembers of the trial newsroom between two starts. Anything unreadable is forgotten. */
export const TrialState = z.object({
  /** Where the server listened: links to published pages and enrolments go on working when it is free again. */
  port: z.int().min(0).max(65_535).catch(0),
  /** File names of the samples that an author's desktop has, by account: they come once, and stay away when binned. */
  imported: z.record(z.string(), z.array(z.string())).catch({}),
})
export type TrialState = z.infer<typeof TrialState>

export async function readState(file: string): Promise<TrialState> {
  try {
    return TrialState.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return TrialState.parse({})
  }
}

export async function writeState(file: string, state: TrialState): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, JSON.stringify(state))
  await rename(`${file}.new`, file)
}
