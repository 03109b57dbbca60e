import type { Source } from './newsroom.ts'

/** Finds a registered source by its legal name or one of its aliases, ignoring case, width and surrounding space. */
export function findSource(sources: readonly Source[], name: string): Source | null {
  const wanted = fold(name)
  if (wanted === '') return null
  return sources.find((source) => [source.name, ...source.aliases].some((known) => fold(known) === wanted)) ?? null
}

/** Whether the source may be used on `day` (ISO date). Open ends have no limit. */
export function isValidOn(source: Source, day: string): boolean {
  return (
    (source.validFrom === null || source.validFrom <= day) && (source.validUntil === null || day <= source.validUntil)
  )
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
