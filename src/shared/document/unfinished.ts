import type { PersonId } from '../domain/ids.ts'
import type { Instant } from '../domain/time.ts'
import type { BodyClash, ClashBlock } from './blocks.ts'
import { paragraph } from './make.ts'
import { withFreeIds } from './ownIds.ts'
import { blockText } from './text.ts'

type Version = ClashBlock['versions'][number]

/** Which of the versions somebody is still writing; -1 for none. */
export const unfinishedAt = ({ versions }: ClashBlock, who: PersonId | null): number =>
  (versions as readonly Version[]).findIndex((version) => version.unfinished === true && version.who === who)

/** What they have written of it, line by line as they typed it; null where they are writing none. */
export function unfinishedText(clash: ClashBlock, who: PersonId | null): string | null {
  const version: Version | undefined = clash.versions[unfinishedAt(clash, who)]
  if (version === undefined) return null
  if ('blocks' in version) return version.blocks.map(blockText).join('\n')
  return typeof version.value === 'string' ? version.value : null
}

/**
 * The clash with what somebody has written of another version, which is one more version of it until they are done.
 * Null takes it out. Only for places that hold words: the body and title lines.
 */
export function withUnfinished(
  clash: ClashBlock,
  { who, when }: { who: PersonId | null; when: Instant },
  text: string | null,
): ClashBlock {
  const at = unfinishedAt(clash, who)
  const others = (clash.versions as readonly Version[]).filter((_, index) => index !== at)
  if (text === null) return { ...clash, versions: others } as ClashBlock
  const holder = { who, when, unfinished: true } as const
  const version = clash.of === 'body' ? { ...holder, blocks: linesOf(clash, text) } : { ...holder, value: text }
  return { ...clash, versions: [...others, version] } as ClashBlock
}

/** The first line has the id of the place, and the others ids that follow from it, so that none changes with a key. */
function linesOf({ $ }: BodyClash, text: string) {
  const taken = new Set<BodyClash['$']['id']>()
  return text.split('\n').map((line) => withFreeIds(paragraph(line, $.id), taken))
}
