import type { CoreHandlers } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import type { DiskTrouble } from '#shared/contract/recovery.ts'
import type { Method } from '#shared/rpc/contract.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/** What is wrong with the disk, as it is now; and another look at it, which throws what is still wrong. */
export interface Unwritable {
  readonly trouble: () => DiskTrouble
  readonly retry: () => Promise<void>
  /** Lets `work` read to its end before the library is opened for writing. */
  readonly during: <T>(work: Promise<T>) => Promise<T>
}

/** A library that can be read and not written to: whatever would change something says why it cannot. */
export function onlyReading(handlers: CoreHandlers, unwritable: Unwritable): CoreHandlers {
  const known: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers
  const reading = mapHandlers((area, name, { kind }) =>
    kind === 'query' ? known[area]?.[name] : () => refuse(unwritable),
  )
  return {
    ...reading,
    archives: {
      ...reading.archives,
      // To another disk, which is what a person needs most now.
      export: (input) => unwritable.during(Promise.resolve(handlers.archives.export(input))),
      cancel: handlers.archives.cancel,
    },
    articles: {
      ...reading.articles,
      // Nobody shall type into what cannot be saved.
      open: async (input) => ({ ...(await handlers.articles.open(input)), editable: false }),
    },
    recovery: {
      ...reading.recovery,
      status: async (input) => ({ ...(await handlers.recovery.status(input)), disk: unwritable.trouble() }),
      retry: () => again(unwritable),
    },
    sync: {
      ...reading.sync,
      // Nobody tries to reach the desk: what it says could not be kept.
      status: async (input) => ({ ...(await handlers.sync.status(input)), connection: 'resting' }),
    },
  }
}

/** Not even reading is possible: all that can be said is why. */
export function nothingToRead(unwritable: Unwritable): CoreHandlers {
  const refusing = mapHandlers(() => () => refuse(unwritable))
  return {
    ...refusing,
    recovery: {
      ...refusing.recovery,
      status: () => ({ reports: [], unread: null, damaged: false, disk: unwritable.trouble() }),
      retry: () => again(unwritable),
    },
  }
}

async function again({ retry }: Unwritable): Promise<Record<string, never>> {
  await retry()
  return {}
}

function refuse({ trouble }: Unwritable): never {
  const { code, folder } = trouble()
  throw new GalleyError(code, { folder })
}

/** One for each method of the contract, so that the table is whole. */
function mapHandlers(handler: (area: string, name: string, method: Method) => unknown): CoreHandlers {
  const areas = Object.entries(coreContract).map(([area, { methods }]) => [
    area,
    Object.fromEntries(
      Object.entries<Method>(methods).map(([name, method]) => [name, handler(area, name, method)] as const),
    ),
  ])
  // Types cannot follow the way through the entries of the contract.
  const table: unknown = Object.fromEntries(areas)
  return table as CoreHandlers
}
