import type { Migration } from '../migrate.ts'
import { first } from './001-first.ts'

/** In order, without gaps. */
export const migrations: readonly Migration[] = [first]
