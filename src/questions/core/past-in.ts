/** The past of a region, computed from the files from which it was opened. */

import { claimsOf } from '../../analysis/evidence/claims/index.ts'
import { backTest } from '../../analysis/hindcast/back-test.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { BuiltModule } from '../../analysis/region/wasm-region.ts'
import type { PastRuns, Runs } from './question.ts'

export const pastIn = (
  open: OpenRegion,
  { begin, advance }: Pick<Runs, 'begin' | 'advance'>,
  build: (open: OpenRegion) => BuiltModule,
): PastRuns => ({
  backTest: settings => backTest(open, settings, build, { begin, advance: years => void advance(years) }),
  claims: needed => claimsOf(open, needed),
  read: () => open.files?.read,
})
