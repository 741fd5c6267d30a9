/** What is known of a region's past, computed from the files from which it was opened. */

import { claimsOf } from '../../analysis/claims/index.ts'
import { backTest } from '../../analysis/hindcast/back-test.ts'
import type { OpenRegion } from '../../analysis/simulation.ts'
import type { BuiltModule } from '../../analysis/wasm-region.ts'
import type { PastRuns, Runs } from './question.ts'

export const pastIn = (
  open: OpenRegion,
  { begin, advance }: Pick<Runs, 'begin' | 'advance'>,
  build?: (open: OpenRegion) => BuiltModule,
): PastRuns => ({
  backTest: settings =>
    backTest(open, settings, {
      begin,
      advance: years => void advance(years),
      ...(build === undefined ? {} : { build }),
    }),
  claims: needed => claimsOf(open, needed),
})
