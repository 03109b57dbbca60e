import { z } from 'zod'

import { Attribution, emptyAttribution } from './attribution.ts'
import { Slug } from './ids.ts'
import { ArticleKind } from './kinds.ts'

/** Characters of a title line, and of the working name. */
export const longestTitle = 300
export const longestSlug = 120

const TitleLine = z.string().max(longestTitle)

/** Everything of an article that is not its body. Title lines hold plain text without line breaks. */
export const ArticleFields = z.object({
  /** 稿名: short working name, never printed. */
  slug: z.string().max(longestSlug),
  kicker: TitleLine,
  headline: TitleLine,
  deck: TitleLine,
  columnId: Slug.nullable(),
  kind: ArticleKind,
  attribution: Attribution,
})
export type ArticleFields = z.infer<typeof ArticleFields>

export const emptyFields: ArticleFields = {
  slug: '',
  kicker: '',
  headline: '',
  deck: '',
  columnId: null,
  kind: 'original',
  attribution: emptyAttribution,
}
