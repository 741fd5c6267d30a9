/** Effect of each lever alone: the central projection with the lever at a limit, paid for by the default, compared with current policy. */

import { allRuns, type RunMany } from '../../engine/run/many.ts'
import { readRun } from '../../engine/run/reader.ts'
import { type Assumptions, leversOf } from '../../engine/scenario.ts'
import { pow } from '../../language/elementary.ts'
import { packageRamp, packageStart } from '../../model/packages.ts'
import { chartIds, indicatorOf, noticeable } from '../../outcomes/catalogue.ts'
import { financed } from '../../scenario/scenario.ts'
import { inYear } from '../words/outcomes.ts'
import type { OpenRegion } from '../region/simulation.ts'

export interface LeverEffect {
  /** False where no indicator moves by more than a little at either bound. */
  readonly acts: boolean
  /** The largest change of debt over output among its bounds in the last year, as a share. */
  readonly debt: number
}

export type Effects = Readonly<Record<string, LeverEffect>>

/** By lever; the runs of some levers are made together, one such part after another. */
export function* leverEffects(
  { linked, simulator }: Pick<OpenRegion, 'linked' | 'simulator'>,
  runMany: RunMany,
  assumptions: Assumptions,
): Generator<readonly [name: string, effect: LeverEffect]> {
  const record = chartIds.map(id => indicatorOf(id).variables[0])
  const { end } = simulator.horizon
  const declared = leversOf(linked)
  const read = (policy: Readonly<Record<string, { value: number; start: number; ramp: number }>>[]): number[][] =>
    allRuns(
      runMany(
        policy.map(one => ({ policy: financed(declared, one), assumptions })),
        record,
      ),
    ).map(run => {
      const view = readRun(run)
      return chartIds.map(id => {
        const { reading, variables } = indicatorOf(id)
        const [name] = variables
        if (reading === 'growth')
          return pow(view.mean(name, end - 1) / view.mean(name, packageStart), 1 / (end - 1 - packageStart)) - 1
        return inYear(view, indicatorOf(id), 'region', end - 1, packageStart)!
      })
    })
  const [nothing] = read([{}])
  const levers = [...declared].filter(([, { partOf }]) => partOf === undefined)
  for (let from = 0; from < levers.length; from += 4) {
    const part = levers.slice(from, from + 4)
    const policies = part.flatMap(([name, { bounds }]) =>
      bounds.map(value => ({ [name]: { value, start: packageStart, ramp: packageRamp } })),
    )
    const moved = read(policies)
    for (const [at, [name]] of part.entries()) {
      const changes = [moved[2 * at], moved[2 * at + 1]].map(values =>
        values.map((value, place) => value - nothing[place]),
      )
      const debts = changes.map(change => change[chartIds.indexOf('debtToGdp')]!)
      yield [
        name,
        {
          acts: changes.some(change => change.some((one, place) => Math.abs(one) >= noticeable(chartIds[place]))),
          debt: Math.abs(debts[0]!) > Math.abs(debts[1]!) ? debts[0]! : debts[1]!,
        },
      ]
    }
  }
}
