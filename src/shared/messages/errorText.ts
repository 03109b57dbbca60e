import type { WireError } from '../rpc/errors.ts'
import type { MessageKey } from './catalog.ts'
import { catalog } from './catalog.ts'
import type { Translate, Values } from './format.ts'

/**
 * A failure in a person's language. Where a detail names a message itself (`reason: 'import.unknownKey'`), that message
 * is said first, from the same details, and stands in its place.
 */
export function errorText({ code, details }: Pick<WireError, 'code' | 'details'>, translate: Translate): string {
  const plain: Values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? value : asText(value)]),
  )
  const said: Values = Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, isMessage(value) ? translate(value, plain) : value]),
  )
  return translate(`error.${code}`, said)
}

const isMessage = (value: unknown): value is MessageKey => typeof value === 'string' && Object.hasOwn(catalog, value)

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
