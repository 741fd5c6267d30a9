/**
 * Data of the Track record view, calculated when the app is built because they take half a minute and are the same for
 * every user.
 */

import type { ClaimResult } from '../../analysis/claims/judge.ts'
import type { Panel } from '../../analysis/hindcast/panels.ts'
import type { HindcastRecord } from '../../analysis/hindcast/record.ts'
import type { Multiplier } from '../../analysis/multipliers.ts'

export interface AppRecord {
  readonly hindcast: HindcastRecord
  readonly panels: readonly Panel[]
  /** By series: the variable of the model that corresponds to it. */
  readonly outcomes: Readonly<Record<string, string>>
  /** True where the parameters were fitted to another version of the model or the figures. */
  readonly fittedBefore: boolean
  /** What each measure does, beside published estimates. */
  readonly effects: readonly Multiplier[]
  /** Empty where nothing was claimed of the region. */
  readonly claims: readonly ClaimResult[]
}
