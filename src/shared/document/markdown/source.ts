import type { Node, Root } from 'mdast'

import { safeUrl } from '../../domain/url.ts'
import { PictureBlock } from '../blocks.ts'
import { nameBeside } from './attachments.ts'
import type { Place } from './problem.ts'
import { importError } from './problem.ts'
import type { PicturePlace } from './types.ts'

/** The Markdown of a body: where each node of its tree stands in the file, and what was typed there. */
export class Source {
  /** Addresses by the label that refers to them. A definition that nothing refers to is copy. */
  readonly definitions: ReadonlyMap<string, string>
  /** Line of each picture. */
  readonly lines = new Map<PicturePlace, number>()
  readonly #text: string
  readonly #firstLine: number

  constructor(text: string, firstLine: number, tree: Root) {
    this.#text = text
    this.#firstLine = firstLine
    this.definitions = definitions(tree)
  }

  place(node: Node): Place {
    return { line: (node.position?.start.line ?? 1) + this.#firstLine - 1, field: 'body' }
  }

  typed({ position }: Node): string {
    return this.#text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
  }

  picture(node: Node, url: string, alt: string | null | undefined, title: string | null | undefined): PicturePlace {
    const place = this.place(node)
    const picture: PicturePlace = {
      type: 'pictureFile',
      name: nameBeside(decoded(url), place),
      alt: fits(alt ?? '', 'alt', place),
      caption: fits(title ?? '', 'caption', place),
      credit: '',
      rights: '',
      source: '',
    }
    this.lines.set(picture, place.line)
    return picture
  }
}

function fits(text: string, key: 'alt' | 'caption', { line }: Place): string {
  const schema = PictureBlock.shape[key]
  if (!schema.safeParse(text).success)
    throw importError({ line, field: key }, 'tooLong', { limit: schema.maxLength ?? 0 })
  return text
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

function definitions(tree: Root): Map<string, string> {
  const found = new Map<string, string>()
  const referred = new Set<string>()
  const pictured = new Set<string>()
  walk(tree, (node) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
    if (node.type === 'linkReference') referred.add(node.identifier)
    if (node.type === 'imageReference') pictured.add(node.identifier)
  })
  const used = [...found].filter(([id, url]) => pictured.has(id) || (referred.has(id) && safeUrl(url) !== null))
  return new Map(used)
}

type AnyNode = Root | Root['children'][number]

/** Without recursion: a hostile file nests deeper than the stack. */
function walk(tree: Root, visit: (node: AnyNode) => void): void {
  const open: AnyNode[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node)
    if ('children' in node) open.push(...node.children)
  }
}
