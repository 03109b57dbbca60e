import type { ArchiveProgress } from '#shared/contract/archives.ts'

/** People read no more than this. Milliseconds between two reports. */
const pause = 200

/** Passes on what is told, as often as people can read it; a new phase at once. */
export function everyNow(tell: (progress: ArchiveProgress) => void): (progress: ArchiveProgress) => void {
  let last = Number.NEGATIVE_INFINITY
  let phase: ArchiveProgress['phase'] | null = null
  return (progress) => {
    const now = performance.now()
    if (progress.phase === phase && now - last < pause) return
    last = now
    phase = progress.phase
    tell(progress)
  }
}
