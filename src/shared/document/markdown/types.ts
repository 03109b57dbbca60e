import type { ArticleFields } from '../../domain/fields.ts'
import type { MediaHash } from '../../domain/ids.ts'
import type { PictureWords } from '../../domain/pictureWords.ts'
import type { KnownBlock, PictureBlock } from '../blocks.ts'

/** A file that somebody picked or dropped: an article, with the files beside it by the names that it uses for them. */
export interface ArticleFile {
  /** Ends in `.md` or `.markdown` for Markdown; anything else is plain text. */
  fileName: string
  bytes: Uint8Array
  attachments?: readonly FileBeside[]
}

export interface FileBeside {
  name: string
  bytes: Uint8Array
}

/** Where a picture stands in a body whose files have not been stored yet. */
export interface PicturePlace extends Pick<PictureBlock, 'alt' | 'caption' | 'credit' | 'rights' | 'source'> {
  type: 'pictureFile'
  /** The attachment's name. */
  name: string
}

/** An article as its file has it, checked in every line; only the pictures still have to be stored. */
export interface ParsedArticle {
  fields: ArticleFields
  blocks: (KnownBlock | PicturePlace)[]
  /** Each file that the body shows, once, with the line that first names it. */
  pictures: PictureFile[]
}

export interface PictureFile extends FileBeside {
  line: number
}

/** What storing a picture says of it. */
export interface StoredPicture {
  media: MediaHash
  /** Pixels. */
  width: number
  height: number
  /** What the file says of itself: for the fields that the article says nothing in. */
  words?: PictureWords
}

/** An article as a Markdown file, and the names that the file uses for its pictures. */
export interface MarkdownFile {
  text: string
  pictures: { name: string; media: MediaHash }[]
}
