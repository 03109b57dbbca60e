/** The languages that Galley speaks. A message without one of them does not compile. */
export type Locale = 'zh' | 'en'

/** ICU MessageFormat, once in each language: `{n, plural, one {# article} other {# articles}}`. */
export type Message = Readonly<Record<Locale, string>>

type Prefixed<P extends string, T> = { readonly [K in keyof T & string as `${P}.${K}`]: T[K] }

/** The words of one area. Keys become `area.name`. */
export function area<const P extends string, const T extends Record<string, Message>>(
  name: P,
  words: T,
): Prefixed<P, T> {
  const entries = Object.entries(words).map(([key, message]) => [`${name}.${key}`, message])
  return Object.fromEntries(entries) as Prefixed<P, T>
}
