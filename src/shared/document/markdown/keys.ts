/** The keys of the front matter, in the order in which they are written. */
export const articleKeys = [
  'kind',
  'slug',
  'kicker',
  'headline',
  'deck',
  'column',
  'source',
  'originalUrl',
  'originalTitle',
  'originalText',
  'originalFile',
  'originalAuthor',
  'sources',
  'byline',
  'editor',
  'responsibleEditor',
  'permission',
  'aiUse',
  'changeReason',
  'pictures',
] as const

export const sourceKeys = ['name', 'url', 'originalTitle', 'originalText', 'originalFile', 'originalAuthor'] as const
export const bylineKeys = ['reporters', 'correspondents', 'photographers', 'translators'] as const
export const permissionKeys = ['basis', 'evidence'] as const
export const pictureKeys = ['alt', 'caption', 'credit', 'rights', 'source'] as const

/** A byline that names nobody because the newsroom as a whole stands for it. */
export const staffByline = 'staff'
/** The author of an original whose source names none. */
export const authorNotStated = 'notStated'

export type ArticleKey = (typeof articleKeys)[number]
export type SourceKey = (typeof sourceKeys)[number]
export type PictureKey = (typeof pictureKeys)[number]
