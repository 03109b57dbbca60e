import type { ErrorDetails } from '#shared/rpc/errors.ts'

/** What the demo tells a person and then ends with. `input` is theirs to mend; anything else is a defect of Galley. */
export class DemoFailure extends Error {
  override readonly name = 'DemoFailure'
  readonly blame: 'input' | 'galley'
  readonly facts: ErrorDetails

  constructor(blame: 'input' | 'galley', message: string, facts: ErrorDetails = {}) {
    super(message)
    this.blame = blame
    this.facts = facts
  }
}

/** Facts of the way that have to hold. Throws a failure that says what was expected and what was found. */
export function hold(name: string, found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)]
  if (is !== should) throw new DemoFailure('galley', `${name}: ${is} ≠ ${should}`, { name, found, expected })
}
