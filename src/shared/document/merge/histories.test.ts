import fc from 'fast-check'
import { it } from 'vitest'

import { history, playHistory } from '../testing/histories.ts'

// A sample of what `npm run test:merge` plays ten thousand of, and always the same: the script is there to explore.
it('keeps its promises through random histories of two to four people', () => {
  fc.assert(fc.property(history, playHistory), { numRuns: 400, seed: 7 })
})
