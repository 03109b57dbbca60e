import { join } from 'node:path'
import type { Page } from '@playwright/test'

import type { HostLog } from './hostLog.ts'

export const root = join(import.meta.dirname, '..', '..')

/** A host as a test sees it: the same under Electron and under the loopback host. */
export interface RunningHost {
  readonly log: HostLog
  readonly pid: number
  readonly exited: Promise<void>
  /** The window of a person of the trial newsroom; opened when it is not open yet. */
  page(account: string): Promise<Page>
  /** Closes windows and program in good order. */
  close(): Promise<void>
}
