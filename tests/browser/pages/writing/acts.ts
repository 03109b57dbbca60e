import { openClashes } from '#shared/document/clash.ts'
import { typedWords } from '#shared/document/testing/writer.ts'
import type { Decision } from '#renderer/draft/decision.ts'
import type { DraftSession } from '#renderer/draft/DraftSession.ts'
import type { Random } from '../../../kit/random.ts'
import type { PageCore } from './pageCore.ts'

/** Decides one of the open clashes, if there are any. */
export function decideOne(session: DraftSession, random: Random): void {
  const clashes = openClashes(session.content())
  const clash = clashes[random(Math.max(1, clashes.length))]
  if (clash === undefined) return
  const decision: Decision = random(3) === 0 ? { keep: 'all' } : { pick: random(clash.versions.length) }
  session.clashes.decide(clash, decision)
}

/**
 * Takes steps back and does as many again: then every character of the text is there that was there before. Where others
 * wrote in the same words, either may stop, and then nothing but the soundness of the text can be told.
 */
export async function takeBack(
  session: DraftSession,
  core: PageCore,
  steps: number,
  complaint: () => Promise<string | null>,
): Promise<string | null> {
  const before = charactersOf(session)
  const deep = core.depth
  for (const direction of ['undo', 'redo'] as const) {
    const count = direction === 'undo' ? steps : deep - core.depth
    for (let step = 0; step < count; step += 1) {
      await session.undo(direction)
      const wrong = await complaint()
      if (wrong !== null) return `${direction}: ${wrong}`
    }
  }
  const after = charactersOf(session)
  const lost = core.depth === deep ? [...before].filter((character) => !after.has(character)) : []
  return lost.length > 0 ? `undo and redo lost ${lost.join('')}` : null
}

const charactersOf = (session: DraftSession): Set<string> =>
  new Set(typedWords(JSON.stringify(session.content().blocks)))
