import { say } from '#main/common/language.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { placePictures } from '#shared/document/markdown/place.ts'
import type { ParsedArticle } from '#shared/document/markdown/types.ts'
import { isPicture } from '#shared/document/blocks.ts'
import { attributionGaps } from '#shared/domain/attributionRules.ts'
import type { Gap } from '#shared/domain/attributionRules.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { dayIn } from '#shared/domain/time.ts'
import { gapText } from '#shared/messages/gapText.ts'
import { DemoFailure } from './failure.ts'
import type { DemoFile } from './files.ts'
import { parseFile } from './files.ts'
import type { Supplement } from './supplement.ts'
import { supplementOps } from './supplement.ts'

/** An article that may be started: read, checked and complete. */
export interface Planned {
  file: DemoFile
  parsed: ParsedArticle
  /** What the writer fills in by hand, from the command line. */
  supplement: JournalOp[]
  /** Names of sources that only a warning lets through. */
  unlisted: string[]
}

/** Throws a failure that names what is missing. */
export async function plan(file: DemoFile, newsroom: Newsroom, given: Supplement): Promise<Planned> {
  const parsed = await parseFile(file, newsroom)
  const supplement = supplementOps(parsed.fields, given, newsroom)
  const content = applyJournal(placePictures(parsed, standIns(parsed)), supplement)
  const gaps = attributionGaps(content, newsroom, dayIn(new Date(), newsroom.timeZone))
  const hard = gaps.filter((gap) => gap.hard)
  if (hard.length > 0) {
    const said = hard.map((gap) => describe(gap, content)).join(say('site.separator'))
    throw new DemoFailure('input', say('demo.incomplete', { file: file.path, gaps: said }), {
      file: file.path,
      code: 'attribution_incomplete',
      gaps: hard.map(({ place, problem }) => ({ ...place, problem })),
    })
  }
  return { file, parsed, supplement, unlisted: gaps.flatMap((gap) => unlistedName(gap, content)) }
}

const nobodysPicture = MediaHash.parse('0'.repeat(64))
const standIns = ({ pictures }: ParsedArticle) =>
  new Map(pictures.map(({ name }) => [name, { media: nobodysPicture, width: 1, height: 1 }]))

function describe(gap: Gap, { blocks }: ArticleContent): string {
  const { place } = gap
  if (place.at === 'field') return gapText(gap, say)
  if (place.at === 'source') return gapText(gap, say, say('demo.sourceN', { n: place.index + 1 }))
  const n = blocks.filter(isPicture).findIndex(({ $ }) => $.id === place.blockId) + 1
  return gapText(gap, say, say('demo.pictureN', { n }))
}

const unlistedName = ({ place, problem }: Gap, { fields }: ArticleContent): string[] =>
  place.at === 'source' && problem === 'unlisted' ? [fields.attribution.sources[place.index]?.name ?? ''] : []
