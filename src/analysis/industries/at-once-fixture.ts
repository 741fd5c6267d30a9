/** Tables and impacts by industry without a stop after each simulation. */

import type { OpenRegion } from '../region/simulation.ts'
import { type Impact, impactSteps } from './impact.ts'
import { type IndustryQuestion, industrySteps, type IndustryTable } from './industry-table.ts'
import type { SaleShock } from './shocks.ts'
import type { Steps } from './steps.ts'

const atOnce = <Result>(steps: Steps<Result>): Result => {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

export const industryTable = (open: OpenRegion, question: IndustryQuestion): IndustryTable =>
  atOnce(industrySteps(open, question))

export const impactOf = (
  open: OpenRegion,
  shocks: readonly SaleShock[],
  year: number,
  settings: Parameters<typeof impactSteps>[3] = {},
): Impact => atOnce(impactSteps(open, shocks, year, settings))
