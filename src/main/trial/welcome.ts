import { samplesOf } from '#server/trial/samples.ts'
import type { CoreCalls } from '#shared/contract/core.ts'

import type { TrialAccount } from '../processes/control.ts'

export interface Newcomer {
  person: TrialAccount
  serverUrl: string
  /** File names of the samples that this desktop has had already. */
  imported: readonly string[]
}

/**
 * Enrols the desktop of a person of the trial newsroom, and brings the sample articles that they are the author of.
 * `onImported` is told after each, so that a start that was cut short goes on where it stopped.
 */
export async function welcome(
  core: CoreCalls,
  { person: { account, password }, serverUrl, imported }: Newcomer,
  onImported: (imported: string[]) => Promise<void>,
): Promise<void> {
  const enrolment = await core.settings.enrolment({})
  // The port of the trial server was taken by someone else when it started again: the desk has moved.
  if (enrolment?.serverUrl !== serverUrl) await core.settings.enrol({ serverUrl, account, password })

  const done = new Set(imported)
  for (const { fileName, bytes, attachments } of await samplesOf(account)) {
    if (done.has(fileName)) continue
    await core.articles.importFile({
      fileName,
      bytes: new Uint8Array(bytes),
      attachments: attachments.map((file) => ({ name: file.name, bytes: new Uint8Array(file.bytes) })),
    })
    done.add(fileName)
    await onImported([...done])
  }
}
