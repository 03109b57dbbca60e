import type { ArticleContent } from '#shared/document/content.ts'
import { placePictures } from '#shared/document/markdown/place.ts'
import { importError } from '#shared/document/markdown/problem.ts'
import { parseArticleFile } from '#shared/document/markdown/read.ts'
import type { ArticleFile, PictureFile, StoredPicture } from '#shared/document/markdown/types.ts'
import { toMarkdown } from '#shared/document/markdown/write.ts'
import type { ArticleId, MediaHash } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { pictureEndings } from '../media/endings.ts'
import type { Media } from '../media/service.ts'
import { deskOf } from '../settings/desk.ts'
import type { Articles } from './service.ts'

export interface ExportedFile {
  fileName: string
  text: string
  attachments: { name: string; bytes: Uint8Array<ArrayBuffer> }[]
}

/** Articles as files: Markdown with front matter, or plain text, and the pictures beside them. */
export class ArticleFiles {
  readonly #context: CoreContext
  readonly #articles: Articles
  readonly #media: Media

  constructor(context: CoreContext, articles: Articles, media: Media) {
    this.#context = context
    this.#articles = articles
    this.#media = media
  }

  /** All of the file or nothing: the article is made last. Throws `import_invalid` or `too_large`. */
  async import(file: ArticleFile): Promise<ArticleId> {
    const parsed = parseArticleFile(file, deskOf(this.#context.db).newsroom)
    const stored = await this.#store(parsed.pictures)
    const content: ArticleContent = placePictures(parsed, stored)
    return this.#articles.add(content)
  }

  /** The article as Markdown, with the files of its pictures. Throws `not_found`, and `media_missing` before those are here. */
  async export(articleId: ArticleId): Promise<ExportedFile> {
    const { newsroom } = deskOf(this.#context.db)
    const { content } = this.#articles.open(articleId)
    const extensionOf = (media: MediaHash) => pictureEndings[this.#media.mimeTypeOf(media) ?? 'image/jpeg']
    const { text, pictures } = toMarkdown(content, { newsroom, extensionOf })
    const attachments = await Promise.all(
      pictures.map(async ({ name, media }) => ({ name, bytes: (await this.#media.read(media)).bytes })),
    )
    return { fileName: fileNameOf(content.fields), text, attachments }
  }

  /** Every picture is looked at before the first is kept. */
  async #store(pictures: readonly PictureFile[]): Promise<Map<string, StoredPicture>> {
    for (const picture of pictures) await this.#check(picture)
    const stored = new Map<string, StoredPicture>()
    for (const { name, bytes } of pictures) stored.set(name, await this.#media.add(bytes))
    return stored
  }

  async #check({ name, bytes, line }: PictureFile): Promise<void> {
    try {
      await this.#media.inspect(bytes)
    } catch (error) {
      if (!isGalleyError(error, 'media_unsupported')) throw error
      throw importError({ line, field: 'body' }, 'pictureUnsupported', { value: name })
    }
  }
}

/** Named after the article, without what a file system of any kind refuses. */
function fileNameOf({ slug, headline }: ArticleContent['fields']): string {
  const name = (slug.trim() === '' ? headline : slug).replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').trim()
  const stem = Array.from(name)
    .slice(0, 60)
    .join('')
    .replaceAll(/^\.+|[. ]+$/g, '')
  return `${stem === '' ? 'article' : stem}.md`
}
