/** A scenario as somebody states it to a command or a program: what is left out is current policy, as it stands. */

import type { Assumptions, LeverSetting, Policy } from '../engine/scenario.ts'
import { type Regime, regimes } from '../model/regimes.ts'
import type { FinancingWord } from './financing.ts'

/** Levers with their values, or with the times at which these hold. */
export type LeverSettings = Readonly<Record<string, number | LeverSetting>>

export interface Stated {
  /** A package ('G', or its name), or levers. Current policy when absent, or 'baseline'. */
  readonly policy?: string | LeverSettings | undefined
  /** Levers set above the package. */
  readonly set?: LeverSettings | undefined
  /** Values of parameters other than the central ones. */
  readonly assume?: Assumptions | undefined
  /** Regime of central transfers; a parameter that is assumed replaces its value. */
  readonly regime?: Regime['id'] | undefined
  /** The financing of the policy's outlays, where no lever says so: half by the central government and half by bonds. */
  readonly financing?: FinancingWord | undefined
}

/** The levers that are stated, apart from those of a package. */
export const policyIn = ({ policy, set }: Stated): Policy =>
  Object.fromEntries(
    Object.entries({ ...(typeof policy === 'object' ? policy : {}), ...set }).map(([name, setting]) => [
      name,
      typeof setting === 'number' ? { value: setting } : setting,
    ]),
  )

export const regimeAssumptions = (regime: Regime['id'] | undefined): Assumptions =>
  regimes.find(({ id }) => id === regime)?.assumptions ?? {}
