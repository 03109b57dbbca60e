import { z } from 'zod'

import { Slug } from './ids.ts'

/** Characters of one line. */
export const longestLine = 500
/** Of a list of names: most names, and characters of each. */
export const nameLimits = { most: 50, longest: 100 } as const

const Line = z.string().max(longestLine)
const Names = z.array(z.string().trim().min(1).max(nameLimits.longest)).max(nameLimits.most)

/** Who wrote the original of a reprint, or that its source does not say. `null`: nobody has filled it in yet. */
export const OriginalAuthor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), names: Line }),
  z.object({ kind: z.literal('notStated') }),
])
export type OriginalAuthor = z.infer<typeof OriginalAuthor>

/** One organisation that an article is credited to, and what was taken from it. The original is kept and never edited. */
export const SourceUse = z.object({
  /** Entry of the source registry, or null for a source that is not listed. */
  sourceId: Slug.nullable(),
  name: Line,
  url: z.string().max(2048),
  originalTitle: Line,
  originalText: z.string().max(500_000),
  originalAuthor: OriginalAuthor.nullable(),
  /** Edition of the registry that this use was checked against; kept for good. */
  registryEdition: Line.nullable(),
})
export type SourceUse = z.infer<typeof SourceUse>

export const Byline = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('people'),
    reporters: Names,
    correspondents: Names,
    photographers: Names,
    translators: Names,
  }),
  /** 本网讯: the newsroom as a whole stands for it, said on purpose and not by leaving the names out. */
  z.object({ kind: z.literal('staff') }),
])
export type Byline = z.infer<typeof Byline>

export const PermissionBasis = z.enum(['own', 'licence', 'listedSource', 'openLicence', 'legalBasis', 'contract'])
export type PermissionBasis = z.infer<typeof PermissionBasis>

/** By what right the article appears, and where the proof lies (contract number, licence address, paragraph of a law). */
export const RightToPublish = z.object({ basis: PermissionBasis, evidence: z.string().max(2000) })
export type RightToPublish = z.infer<typeof RightToPublish>

/** Labelling of AI-generated content, in force in China since 2025-09-01 (GB 45438-2025). */
export const AiUse = z.enum(['none', 'assisted', 'generated'])
export type AiUse = z.infer<typeof AiUse>

/**
 * 署名与来源 as it stands while people work on it: anything may still be missing. What is missing for the article's kind
 * is said by attributionRules.ts, and the server refuses what is incomplete.
 */
export const Attribution = z.object({
  sources: z.array(SourceUse).max(20),
  byline: Byline,
  editor: Line,
  responsibleEditor: Line,
  permission: RightToPublish.nullable(),
  aiUse: AiUse.nullable(),
  /** Why a reprint's title was changed or a passage dropped. */
  changeReason: z.string().max(2000),
})
export type Attribution = z.infer<typeof Attribution>

export const noPeople = {
  kind: 'people',
  reporters: [],
  correspondents: [],
  photographers: [],
  translators: [],
} as const satisfies Byline

export const emptySourceUse: SourceUse = {
  sourceId: null,
  name: '',
  url: '',
  originalTitle: '',
  originalText: '',
  originalAuthor: null,
  registryEdition: null,
}

export const emptyAttribution: Attribution = {
  sources: [],
  byline: noPeople,
  editor: '',
  responsibleEditor: '',
  permission: null,
  aiUse: null,
  changeReason: '',
}
