import type { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { ArticleFields } from '../domain/fields.ts'

const { attribution: _attribution, ...ownFields } = ArticleFields.shape

/** Everything of an article that is not its body, field by field: what two people may fill in differently. */
export const clashFields = { ...ownFields, ...Attribution.shape }
export type ClashField = keyof typeof clashFields
export type FieldValue<F extends ClashField> = z.infer<(typeof clashFields)[F]>

export type ArticleFieldValues = { [F in ClashField]: FieldValue<F> }

/** Names of fields are one set: none of the article's own is also one of its attribution. */
export const isAttributionField = (field: ClashField): field is keyof Attribution => field in Attribution.shape

/** The fields side by side, as the clashes name them. */
export const flatFields = ({ attribution, ...own }: ArticleFields): ArticleFieldValues => ({ ...own, ...attribution })

export function deepFields(flat: ArticleFieldValues): ArticleFields {
  const { slug, kicker, headline, deck, columnId, kind, ...attribution } = flat
  return { slug, kicker, headline, deck, columnId, kind, attribution }
}
