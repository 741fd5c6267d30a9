/** Effect of each lever alone: the central projection with the lever at a limit, compared with current policy. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { allRuns } from '../../../engine/run/many.ts'
import { readRun } from '../../../engine/run/reader.ts'
import { type Assumptions, leversOf } from '../../../engine/scenario.ts'
import { pow } from '../../../language/elementary.ts'
import { packageStart, packageRamp } from '../../../model/packages.ts'
import { indicatorOf, inYear } from '../../../analysis/outcomes.ts'
import { chartIds, noticeable } from '../../state/indicators.ts'
import type { Task } from '../../../threads/task.ts'

export interface LeverEffect {
  /** False where no indicator moves by more than a little at either bound. */
  readonly acts: boolean
  /** The largest change of debt over output among its bounds in the last year, as a share. */
  readonly debt: number
  /** The indicator that moves most, measured by what counts as a little, and by how much. */
  readonly most: { readonly indicator: string; readonly change: number }
}

export type Effects = Readonly<Record<string, LeverEffect>>

export const effects = async (
  { linked, simulator }: WasmRegion,
  { assumptions }: { readonly assumptions: Assumptions },
  task: Task,
): Promise<Effects> => {
  const ids = chartIds
  const record = ids.map(id => indicatorOf(id).variables[0])
  const { end } = simulator.horizon
  const read = (policy: Readonly<Record<string, { value: number; start: number; ramp: number }>>[]): number[][] =>
    allRuns(
      simulator.runMany(
        policy.map(one => ({ policy: one, assumptions })),
        record,
      ),
    ).map(run => {
      const view = readRun(run)
      return ids.map(id => {
        const { reading, variables } = indicatorOf(id)
        const [name] = variables
        if (reading === 'growth')
          return pow(view.mean(name, end - 1) / view.mean(name, packageStart), 1 / (end - 1 - packageStart)) - 1
        return inYear(view, indicatorOf(id), 'region', end - 1, packageStart)!
      })
    })
  const [nothing] = read([{}])
  const found: Record<string, LeverEffect> = {}
  const levers = [...leversOf(linked)].filter(([, { partOf }]) => partOf === undefined)
  for (let from = 0; from < levers.length; from += 4) {
    const part = levers.slice(from, from + 4)
    const policies = part.flatMap(([name, { bounds }]) =>
      bounds.map(value => ({ [name]: { value, start: packageStart, ramp: packageRamp } })),
    )
    const moved = read(policies)
    part.forEach(([name], at) => {
      const changes = [moved[2 * at], moved[2 * at + 1]].map(values =>
        values.map((value, place) => value - nothing[place]),
      )
      const size = (place: number): number =>
        Math.max(...changes.map(change => Math.abs(change[place]))) / noticeable[ids[place]]
      const largest = ids.reduce((most, _, place) => (size(place) > size(most) ? place : most), 0)
      const widest = (place: number): number =>
        Math.abs(changes[0][place]) > Math.abs(changes[1][place]) ? changes[0][place] : changes[1][place]
      found[name] = {
        acts: size(largest) >= 1,
        debt: widest(ids.indexOf('debtToGdp')),
        most: { indicator: ids[largest], change: widest(largest) },
      }
    })
    await task.pause()
  }
  return found
}
