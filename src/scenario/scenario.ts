/**
 * The one type of a scenario: everything that, with the model and the figures of a region, decides the numbers of a run.
 * Commands, files, links, stored scenarios, programs and pages hold this and nothing else.
 */

import type { OutsidePaths } from '../engine/outside.ts'
import type { SetInputs } from '../engine/scenario.ts'
import type { Uncertainty } from '../engine/uncertainty.ts'
import type { Thresholds } from '../model/criteria.ts'
import type { FinancingWord } from './financing.ts'

export interface Scenario extends SetInputs, Uncertainty {
  /** Empty until somebody names it. */
  readonly name: string
  readonly region: string
  /** External conditions other than those of the region. */
  readonly outside?: OutsidePaths
  /** The financing of its outlays where no lever of its policy says so; absent in what was saved before there was a default. */
  readonly financing?: FinancingWord | undefined
  /** Id of the package it began with. */
  readonly package?: string | undefined
  /** Thresholds of criteria that are moved, by the id of their measure. */
  readonly thresholds?: Thresholds | undefined
  readonly seed?: number
  /** Simulations of its ensembles. */
  readonly members?: number
  /** Hashes of the model and of the region's figures that it was made with. */
  readonly model?: string | undefined
  readonly data?: string | undefined
}

/** Simulations of an ensemble unless somebody asks for more or fewer: about twelve seconds on two processors. */
export const standardMembers = 400
export const standardSeed = 1

/** The settings of uncertain parameters in a scenario. */
export const uncertaintyOf = ({ correlations, truncations, distributions }: Scenario): Uncertainty => ({
  ...(correlations === undefined ? {} : { correlations }),
  ...(truncations === undefined ? {} : { truncations }),
  ...(distributions === undefined ? {} : { distributions }),
})
