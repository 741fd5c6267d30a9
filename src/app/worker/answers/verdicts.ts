/** The answer of the command line and the bands of each package, from the parts of an ensemble. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { cellMembers, cellsOf, judgementsOf, ownParameters, regimeIn } from '../../../analysis/answer/cells.ts'
import { joinMembers, type Members } from '../../../analysis/runs/members.ts'
import type { RobustnessCell } from '../../../analysis/answer/robustness.ts'
import { type Answer, answerOf, type AnswerSettings, planOf } from '../../../analysis/answer/verdict.ts'
import type { Judgement } from '../../../model/criteria.ts'
import type { ChancesPart } from './chances.ts'
import type { FuturesPart } from './futures.ts'
import { influenceOrder } from './influence.ts'
import { placesIn } from '../paths-part.ts'
import { pathBands, type PathBand } from './summary.ts'

export interface VerdictsInput extends AnswerSettings {
  readonly parts: readonly FuturesPart[]
  /** The packages under the other regimes of transfers; without them the answer has no robustness. */
  readonly cells?: readonly ChancesPart[]
  /** Those financed in other ways, which come with the cells. */
  readonly financedParts?: readonly ChancesPart[]
  /** The same with other parameters. */
  readonly otherCells?: readonly RobustnessCell[]
  readonly paths: readonly string[]
}

export interface Verdicts {
  readonly answer: Answer
  /** By the id of the package, then by the id of the indicator. */
  readonly bands: Readonly<Record<string, Readonly<Record<string, PathBand>>>>
  /** By the id of the package: the assumptions whose high and low draws part the revived futures most, at most eight. */
  readonly influential: Readonly<Record<string, readonly string[]>>
}

const inMemberOrder = (parts: readonly ChancesPart[]): Judgement[][] =>
  judgementsOf(parts.toSorted((a, b) => a.range[0] - b.range[0]))

/** The cells of the answer's own parameters: one of them is the answer itself. */
const ownCells = (
  open: WasmRegion,
  { cells, assumptions }: { readonly cells: readonly ChancesPart[] } & Pick<VerdictsInput, 'assumptions'>,
  packages: number,
  futures: Members['futures'],
): RobustnessCell[] => {
  const policies = inMemberOrder(cells)
  const known = futures.map(list => list.map(({ judgement }) => judgement))
  return cellsOf(ownParameters(open), packages, policies, { regime: regimeIn(assumptions).regime, judgements: known })
}

export const verdicts = (
  open: WasmRegion,
  { parts, cells, financedParts, otherCells = [], paths, seed, members: count, assumptions }: VerdictsInput,
): Verdicts => {
  // In the order of the command line, so that the answer is the same text.
  const settings = { seed, members: count, assumptions }
  const plan = planOf(open, settings.assumptions, open.simulator.runMany)
  const inOrder = parts.toSorted((a, b) => a.range[0] - b.range[0])
  const members = joinMembers(inOrder)
  const order = influenceOrder(open, settings)
  const runs =
    cells === undefined || financedParts === undefined
      ? undefined
      : {
          cells: [...ownCells(open, { cells, assumptions }, plan.packages.length, members.futures), ...otherCells],
          financed: inMemberOrder(financedParts),
          regime: regimeIn(assumptions).regime,
          parameters: ownParameters(open),
          members: Math.min(cellMembers, count),
        }
  return {
    influential: Object.fromEntries(
      plan.packages.map(({ id }, at) => [id, order(members.futures[at].map(({ judgement }) => judgement))]),
    ),
    answer: answerOf(open, plan, members, settings, runs),
    bands: Object.fromEntries(
      plan.packages.map(({ id }, at) => [id, pathBands(inOrder, at, paths, placesIn(open.simulator))]),
    ),
  }
}
