/** The answer of the command line and the bands of each package, from the parts of an ensemble. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { joinMembers } from '../../../analysis/members.ts'
import { type Answer, answerOf, type AnswerSettings, planOf } from '../../../analysis/verdict.ts'
import type { FuturesPart } from './futures.ts'
import { influenceOrder } from './influence.ts'
import { pathBands, type PathBand } from './summary.ts'

export interface VerdictsInput extends AnswerSettings {
  readonly parts: readonly FuturesPart[]
  readonly paths: readonly string[]
}

export interface Verdicts {
  readonly answer: Answer
  /** By the id of the package, then by the id of the indicator. */
  readonly bands: Readonly<Record<string, Readonly<Record<string, PathBand>>>>
  /** By the id of the package: the assumptions whose high and low draws part the revived futures most, at most eight. */
  readonly influential: Readonly<Record<string, readonly string[]>>
}

export const verdicts = (
  open: WasmRegion,
  { parts, paths, seed, members: count, assumptions }: VerdictsInput,
): Verdicts => {
  // In the order of the command line, so that the answer is the same text.
  const settings = { seed, members: count, assumptions }
  const plan = planOf(open, settings.assumptions)
  const inOrder = parts.toSorted((a, b) => a.range[0] - b.range[0])
  const members = joinMembers(inOrder)
  const order = influenceOrder(open, settings)
  return {
    influential: Object.fromEntries(
      plan.packages.map(({ id }, at) => [id, order(members.futures[at].map(({ judgement }) => judgement))]),
    ),
    answer: answerOf(open, plan, members, settings),
    bands: Object.fromEntries(
      plan.packages.map(({ id }, at) => [id, pathBands(inOrder, at, paths, open.simulator.steps)]),
    ),
  }
}
