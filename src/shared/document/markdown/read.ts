import type { Newsroom } from '../../domain/newsroom.ts'
import { Attachments } from './attachments.ts'
import { checkBounds, maxBlocks } from './bounds.ts'
import { decodeText, splitFrontMatter } from './decode.ts'
import { articleKeys } from './keys.ts'
import { readPlainText } from './plainText.ts'
import type { Place } from './problem.ts'
import { importError } from './problem.ts'
import type { Body } from './readBody.ts'
import { readBody } from './readBody.ts'
import type { FrontMatter } from './readFields.ts'
import { checkedTitle, readFields } from './readFields.ts'
import { isPicturePlace } from './pieces.ts'
import { describePictures } from './readPictures.ts'
import { originalFiles } from './readSources.ts'
import type { ArticleFile, ParsedArticle, PictureFile } from './types.ts'
import { asGroup, asText, parseYaml } from './yamlValue.ts'

/**
 * Reads an article from Markdown with front matter, or from plain text: see docs/markdown.md. All of the file or
 * nothing: throws `import_invalid` with the line and the field of the first thing that is wrong, or `too_large`.
 */
export function parseArticleFile(file: ArticleFile, newsroom: Newsroom): ParsedArticle {
  const { written, body } = readParts(file)
  const attachments = new Attachments(file.attachments ?? [])
  const fields = readFields(written, newsroom, attachments)
  if (body.title !== null) fields.headline = checkedTitle(body.title.text, { line: body.title.line, field: 'headline' })
  if (body.blocks.length > maxBlocks)
    throw importError({ line: 1, field: 'body' }, 'tooManyBlocks', { limit: maxBlocks })
  const blocks = describePictures(body.blocks, written.pictures)
  const pictures = picturesOf(body).map((picture): PictureFile => ({
    name: picture.name,
    line: picture.line,
    bytes: attachments.bytes(picture.name, picture),
  }))
  return { fields, blocks, pictures }
}

/** The files that an article needs beside it, and where it first names them. Throws as `parseArticleFile` does. */
export function attachmentNames(file: ArticleFile): (Place & { name: string })[] {
  const { written, body } = readParts(file)
  return [...originalFiles(written), ...picturesOf(body)].filter(isFirstOfName)
}

/** What an article says of the newsroom that it was written for. Throws as `parseArticleFile` does. */
export function newsroomOf(file: ArticleFile): { column: string | null; ownSource: string | null } {
  const { kind, source, column } = readParts(file).written
  const isOriginal = kind === undefined || asText(kind) === 'original'
  return {
    column: column === undefined ? null : asText(column),
    ownSource: isOriginal && source !== undefined ? asText(source).trim() : null,
  }
}

interface Parts {
  written: FrontMatter
  body: Body
}

function readParts({ fileName, bytes }: ArticleFile): Parts {
  const text = decodeText(bytes, fileName)
  const parts = splitFrontMatter(text)
  const written = parts.frontMatter === null ? {} : asGroup(parseYaml(parts.frontMatter), articleKeys)
  checkBounds(parts.body)
  const read = /\.(?:md|markdown)$/i.test(fileName) ? readBody : readPlainText
  return { written, body: read(parts.body, written.headline !== undefined) }
}

/** Each file that the body shows, once. */
const picturesOf = ({ blocks, lines }: Body): (Place & { name: string })[] =>
  blocks
    .filter(isPicturePlace)
    .map((picture) => ({ name: picture.name, line: lines.get(picture) ?? 1, field: 'body' }))
    .filter(isFirstOfName)

const isFirstOfName = ({ name }: { name: string }, index: number, all: readonly { name: string }[]): boolean =>
  all.findIndex((other) => other.name === name) === index
