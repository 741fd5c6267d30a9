/**
 * Effect of one assumption on the probability of revival: it is held at its 10 % and its 90 % point while the others
 * are sampled as usual.
 */

import type { Judgement } from '../../model/criteria.ts'
import { classesAt } from '../../analysis/runs/fold.ts'
import type { ParameterAbout } from './answers/about.ts'

interface ChanceRange {
  readonly name: string
  /** Chance of revival with the assumption at its 10 % point, and at its 90 % point. */
  readonly low: number
  readonly high: number
}

export interface ChanceSensitivity {
  /** With all assumptions drawn. */
  readonly chance: number
  /** Widest first. */
  readonly rows: readonly ChanceRange[]
}

/** How many assumptions are measured, of those that a screening found. */
export const measuredAssumptions = 6

const chanceOf = (judgements: readonly Judgement[]): number =>
  judgements.reduce((sum, judgement) => sum + classesAt(judgement).weights.revived, 0) / judgements.length

/** `judge` runs the simulations of the package under assumptions besides those of the open scenario. */
export const measureChanceSensitivity = async (
  chance: number,
  names: readonly string[],
  parameters: readonly ParameterAbout[],
  judge: (assumptions: Readonly<Record<string, number>>) => Promise<readonly Judgement[]>,
): Promise<ChanceSensitivity> => {
  const known = new Map(parameters.map(parameter => [parameter.name, parameter]))
  const rows = await Promise.all(
    names
      .filter(name => known.has(name))
      .slice(0, measuredAssumptions)
      .map(async (name): Promise<ChanceRange> => {
        const { low, high } = known.get(name)!.prior
        const [atLow, atHigh] = await Promise.all([judge({ [name]: low }), judge({ [name]: high })])
        return { name, low: chanceOf(atLow), high: chanceOf(atHigh) }
      }),
  )
  return {
    chance,
    rows: rows.toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low) || (a.name < b.name ? -1 : 1)),
  }
}
