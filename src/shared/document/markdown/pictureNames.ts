import type { MediaHash } from '../../domain/ids.ts'
import type { PictureBlock } from '../blocks.ts'
import type { PictureKey } from './keys.ts'

type Details = Partial<Record<PictureKey, string>>

/** Names the picture files of one article, and keeps what its front matter has to say of each. */
export class PictureNames {
  readonly #extensionOf: (media: MediaHash) => string
  readonly #named = new Map<string, { media: MediaHash; details: Details }>()

  constructor(extensionOf: (media: MediaHash) => string) {
    this.#extensionOf = extensionOf
  }

  /**
   * A name for the file of a picture of which the front matter says `details`. The same file with other words is
   * another name, because the front matter speaks of names.
   */
  name({ media }: PictureBlock, details: Details): string {
    const wanted = JSON.stringify(details)
    const stem = `pictures/${media.slice(0, 12)}`
    for (let copy = 1; ; copy += 1) {
      const name = `${stem}${copy === 1 ? '' : `-${copy}`}.${this.#extensionOf(media)}`
      const taken = this.#named.get(name)
      if (taken === undefined) this.#named.set(name, { media, details })
      if (taken === undefined || (taken.media === media && JSON.stringify(taken.details) === wanted)) return name
    }
  }

  described(): { pictures?: Record<string, Details> } {
    const described = [...this.#named].filter(([, { details }]) => Object.keys(details).length > 0)
    if (described.length === 0) return {}
    return { pictures: Object.fromEntries(described.map(([name, { details }]) => [name, details])) }
  }

  files(): { name: string; media: MediaHash }[] {
    return [...this.#named].map(([name, { media }]) => ({ name, media }))
  }
}
