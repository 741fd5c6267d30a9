/** The record with which the app is built, because it takes half a minute and is the same for every reader. */

import type { ClaimsFound } from '../../analysis/evidence/claims/index.ts'
import type { BackTest } from '../../analysis/hindcast/back-test.ts'

export interface AppRecord {
  readonly backTest: BackTest
  /** Absent where nothing was claimed of the region. */
  readonly claims?: ClaimsFound | undefined
}
