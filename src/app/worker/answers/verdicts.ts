/** The answer of the command line and the bands of each package, from the parts of an ensemble. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import {
  cellMembers,
  cellsOf,
  judgementsOf,
  ownParameters,
  regimeIn,
  type RobustnessCell,
} from '../../../analysis/answer/robustness.ts'
import { joinMembers, type Members } from '../../../analysis/runs/members.ts'
import { type Answer, answerOf, type AnswerSettings, planOf } from '../../../analysis/answer/verdict.ts'
import type { Judgement } from '../../../model/criteria.ts'
import type { ChancesPart } from './chances.ts'
import type { FuturesPart } from './futures.ts'
import { placesIn } from '../paths-part.ts'
import { pathBands, type PathBand } from './summary.ts'
import { memberInput, uncertainParameters } from '../../../engine/ensemble.ts'
import type { Assumptions } from '../../../engine/scenario.ts'
import { classesAt } from '../../../analysis/runs/fold.ts'

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

const most = 8

/**
 * The assumptions that distinguish revived simulations, most influential first: by the share revived among the fifth with
 * the highest values of an assumption, less that among the fifth with the lowest.
 */
const influenceOrder = (
  { linked, simulator }: WasmRegion,
  {
    seed,
    members,
    assumptions,
  }: { readonly seed: number; readonly members: number; readonly assumptions: Assumptions },
): ((judgements: readonly Judgement[]) => string[]) => {
  const draw = memberInput(linked, simulator, { seed, members, shocks: false })
  const sampled = Array.from({ length: members }, (_, member) => draw(member).sampled!)
  const fifth = Math.max(1, Math.floor(members / 5))
  const ranked = uncertainParameters(linked)
    .filter(({ name }) => assumptions[name] === undefined)
    .map(({ name }) => {
      const order = sampled.map((_, member) => member).toSorted((a, b) => sampled[a].get(name)! - sampled[b].get(name)!)
      return { name, low: order.slice(0, fifth), high: order.slice(-fifth) }
    })
  return judgements => {
    const revived = judgements.map(judgement => classesAt(judgement).weights.revived)
    const count = (list: readonly number[]): number => list.reduce((sum, member) => sum + revived[member], 0)
    return ranked
      .map(({ name, low, high }) => ({ name, size: Math.abs(count(high) - count(low)) }))
      .toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
      .slice(0, most)
      .map(({ name }) => name)
  }
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
