import { performance } from 'node:perf_hooks'

/** What a benchmark found. Each limit is the highest value that the figure of its name may have. */
export interface Finding {
  figures: Record<string, number>
  limits: Record<string, number>
  pass: boolean
}

export function judge(figures: Record<string, number>, limits: Record<string, number>): Finding {
  // A figure that is missing or not a number holds nothing.
  const pass = Object.entries(limits).every(([name, limit]) => (figures[name] ?? Number.NaN) <= limit)
  const rounded = Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))] as const)
  return { figures: Object.fromEntries(rounded), limits, pass }
}

/** One measurement: does its work and answers the milliseconds that count. */
export type Variant = (round: number) => Promise<number>

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Median milliseconds of each variant. Every round runs each of them once, so that whatever else the machine is doing
 * falls on all of them; the first rounds warm up and are not counted.
 */
export async function medians<N extends string>(
  rounds: number,
  warmUp: number,
  variants: Record<N, Variant>,
): Promise<Record<N, number>> {
  const entries = Object.entries<Variant>(variants)
  const times = entries.map((): number[] => [])
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [index, [, variant]] of entries.entries()) {
      const ms = await variant(round)
      if (round >= warmUp) times[index]?.push(ms)
    }
  }
  return Object.fromEntries(entries.map(([name], index) => [name, median(times[index] ?? [])])) as Record<N, number>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}

/** The value below which that share of them lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
