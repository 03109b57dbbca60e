import { toMarkdown as writeTree } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'

import type { Newsroom } from '../../domain/newsroom.ts'
import type { MediaHash } from '../../domain/ids.ts'
import type { ArticleContent } from '../content.ts'
import { PictureNames } from './pictureNames.ts'
import { writeOptions } from './syntax.ts'
import type { MarkdownFile } from './types.ts'
import { writeBlocks } from './writeBody.ts'
import { writeFields } from './writeFields.ts'

export interface WriteContext {
  newsroom: Newsroom
  /** The ending of a stored picture's file name, without the dot: `png`. */
  extensionOf: (media: MediaHash) => string
}

/**
 * The article as Markdown with front matter: see docs/markdown.md. Reading the file back in the same newsroom gives the
 * same article, up to the ids of its blocks.
 */
export function toMarkdown({ fields, blocks }: ArticleContent, { newsroom, extensionOf }: WriteContext): MarkdownFile {
  const names = new PictureNames(extensionOf)
  const body = writeTree({ type: 'root', children: writeBlocks(blocks, names, newsroom.language) }, writeOptions)
  const frontMatter = stringify({ ...writeFields(fields, newsroom), ...names.described() }, { lineWidth: 0 })
  return { text: `---\n${frontMatter}---\n\n${body}`, pictures: names.files() }
}
