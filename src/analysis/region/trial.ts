/** Runs a user's region once, with an audit of its accounts, before it counts as ready. */

import { createSimulator, RunError } from '../../engine/run.ts'
import { ModelError } from '../../language/errors.ts'
import { interpret } from '../../language/emit/interpret.ts'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import type { PackProblem } from '../../regions/problems.ts'
import type { RegionData } from '../../regions/types.ts'
import { horizonOf, linkRegion } from './simulation.ts'
import { accountsHold } from '../runs/accounts-hold.ts'

/** The fault of a run of the region under current policy; none where it runs to the end and its accounts close. */
export const trialOf = (region: RegionData): PackProblem[] => {
  const complain = (message: PackProblem['message']): PackProblem[] => [
    { file: `${region.id}/figures.csv`, message, fix: fix.compareWithTemplate() },
  ]
  try {
    // By the interpreter: the page may not run code that is made of text.
    const simulator = createSimulator(interpret(linkRegion(region)), region, horizonOf())
    const { audit } = simulator.run({ record: [], audit: true })
    if (audit === undefined || accountsHold(audit)) return []
    const { largestResidual, where } = audit
    if (Number.isNaN(largestResidual))
      return complain(fault.cannotRun({ why: { en: `${where} is not a number`, zh: `${where} 不是有效数字` } }))
    return complain(fault.doesNotClose({ residual: largestResidual.toPrecision(2), where }))
  } catch (problem) {
    if (!(problem instanceof RunError || problem instanceof ModelError)) throw problem
    return complain(fault.cannotRun({ why: problem.messages[0]!.text }))
  }
}
