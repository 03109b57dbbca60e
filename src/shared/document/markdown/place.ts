import type { ArticleContent } from '../content.ts'
import { schemaVersion } from '../content.ts'
import type { PictureWords } from '../../domain/pictureWords.ts'
import { picture } from '../make.ts'
import { isPicturePlace } from './pieces.ts'
import type { ParsedArticle, StoredPicture } from './types.ts'

/** The article with its pictures in place, once every file of `parsed.pictures` has been stored under its name. */
export function placePictures(parsed: ParsedArticle, stored: ReadonlyMap<string, StoredPicture>): ArticleContent {
  return {
    schemaVersion,
    fields: parsed.fields,
    blocks: parsed.blocks.map((block) => {
      if (!isPicturePlace(block)) return block
      const file = stored.get(block.name)
      if (file === undefined) throw new TypeError(`picture ${block.name} has not been stored`)
      const { media, width, height, words = {} } = file
      const said = (name: keyof PictureWords) => (block[name] === '' ? (words[name]?.text ?? '') : block[name])
      return picture(
        { media, width, height },
        {
          alt: said('alt'),
          caption: said('caption'),
          credit: said('credit'),
          rights: said('rights'),
          source: said('source'),
        },
      )
    }),
  }
}
