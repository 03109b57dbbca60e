import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'

import { decodeUtf8 } from './charset.ts'
import type { Prefix } from './names.ts'
import { namespaces } from './names.ts'

/** Deeper than any metadata that people write; an element below is not looked at. */
const deepest = 30

export type XmpReader = (prefix: Prefix, name: string) => string[]

/**
 * The values of XMP's simple properties: attribute or element, alternative of languages (the default first), list. The
 * parser expands no entities but XML's own five, and whatever is not well-formed says nothing.
 */
export function readXmp(packet: Uint8Array): XmpReader {
  const properties = new Map<string, string[]>()
  const root = parse(packet)
  if (root !== null) collect(root, {}, 0, properties)
  return (prefix, name) => properties.get(`${namespaces[prefix]} ${name}`) ?? []
}

function parse(packet: Uint8Array): Nodes | null {
  try {
    // A packet is padded with white space, and may be wrapped in processing instructions.
    return fromXml((decodeUtf8(packet) ?? '').trim())
  } catch {
    return null
  }
}

type Scope = Readonly<Record<string, string>>

function collect(node: Nodes, scope: Scope, depth: number, into: Map<string, string[]>): void {
  if (depth > deepest || !('children' in node)) return
  const inner = node.type === 'element' ? scopeOf(node, scope) : scope
  if (node.type === 'element' && nameOf(node.name, inner) === `${namespaces.rdf} Description`) {
    for (const [name, value] of Object.entries(node.attributes)) add(into, nameOf(name, inner), [value ?? ''])
    for (const child of node.children) {
      if (child.type === 'element') add(into, nameOf(child.name, scopeOf(child, inner)), valuesOf(child))
    }
  }
  for (const child of node.children) collect(child, inner, depth + 1, into)
}

/** The first that says something stands: a packet that says a thing twice is not to be trusted the second time. */
function add(into: Map<string, string[]>, name: string, values: string[]): void {
  const said = values.filter((value) => value.trim() !== '')
  if (said.length > 0 && !into.has(name)) into.set(name, said)
}

function valuesOf(property: Element): string[] {
  const items = property.children
    .filter((child) => child.type === 'element')
    .flatMap((container) => container.children)
    .filter((child) => child.type === 'element')
  if (items.length === 0) return [textOf(property)]
  const language = (item: Element) => item.attributes['xml:lang'] ?? ''
  return items
    .toSorted((left, right) => Number(language(right) === 'x-default') - Number(language(left) === 'x-default'))
    .map(textOf)
}

const textOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('')

function scopeOf({ attributes }: Element, outer: Scope): Scope {
  const declared = Object.entries(attributes).flatMap(([name, value]) =>
    name.startsWith('xmlns:') ? [[name.slice(6), value ?? ''] as const] : [],
  )
  return declared.length === 0 ? outer : { ...outer, ...Object.fromEntries(declared) }
}

/** Namespace and local name; prefixes are whatever their writer liked. */
function nameOf(name: string, scope: Scope): string {
  const [prefix = '', local = ''] = name.split(':', 2)
  return `${Object.hasOwn(scope, prefix) ? scope[prefix] : ''} ${local}`
}
