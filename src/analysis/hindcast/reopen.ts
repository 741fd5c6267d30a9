/** Runs the region from earlier years on, and reads what it says of each target: what is compared with what happened. */

import type { Assumptions } from '../../engine/scenario.ts'
import { memberInput } from '../../engine/ensemble.ts'
import { createSimulator, type Run, RunError, type RunInput } from '../../engine/run.ts'
import { ln } from '../../language/elementary.ts'
import { packAt, type Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import type { OpenRegion } from '../simulation.ts'

/** Movement since the origin (the year before the start), in the target's scale. */
export type Movement = (target: string, area: string, year: number) => number | undefined

/** Shocks to the nation: in a hindcast the nation took the course that is known, so they are left out. */
const ofTheNation = /^(national|interest|carMarket|sanctions|oilPrice)/

const stepsPerYear = 4

/** How an area's series is read out of a run that starts in `start`: yearly, in the target's scale, less the origin. */
export const readMovements = (run: Run, pack: RegionData, targets: readonly TargetRow[], years: number): Movement => {
  const width = pack.areas.length
  const valueAt = (name: string, step: number, area: number): number => {
    const series = run.series.get(name)!
    return series.values[step * series.size + (series.size === 1 ? 0 : area)]!
  }
  const found = new Map<string, number>()
  for (const target of targets) {
    const scaled = (value: number): number => (target.scale === 'level' ? value : ln(value))
    for (let area = 0; area < width; area++) {
      const lift = run.series.get('startLift')!.values[area]!
      const origin = target.start === 'first' ? valueAt(target.outcome, 0, area) / lift : valueAt(target.start, 0, area)
      for (let year = 0; year < years; year++) {
        const last = (year + 1) * stepsPerYear - 1
        let value = valueAt(target.outcome, last, area)
        if (target.when === 'mean') {
          value = 0
          for (let step = last - stepsPerYear + 1; step <= last; step++) value += valueAt(target.outcome, step, area)
          value /= stepsPerYear
        }
        const moved = scaled(value) - scaled(origin)
        if (Number.isFinite(moved)) found.set(`${target.name} ${pack.areas[area]} ${pack.start + year}`, moved)
      }
    }
  }
  return (target, area, year) => found.get(`${target} ${area} ${year}`)
}

export const recordedFor = (targets: readonly TargetRow[]): string[] => [
  ...new Set([
    'startLift',
    ...targets.map(({ outcome }) => outcome),
    ...targets.flatMap(({ start }) => (start === 'first' ? [] : [start])),
  ]),
]

export interface Reopened {
  /** Year of the first step. What was known is of the year before. */
  readonly start: number
  readonly central: Movement
  readonly members: readonly Movement[]
  /** Members whose parameters cannot start the model here, with the reason. */
  readonly failures: readonly string[]
}

export interface ReopenSettings {
  readonly seed: number
  readonly members: number
  /** Years after the origin that are read. */
  readonly years: number
  readonly assumptions?: Assumptions
  /** Parameters of the central run, where they are not the priors' central values. */
  readonly central?: Assumptions
  /** Parameters of a member, in place of those drawn from the priors. */
  readonly sampled?: (member: number) => ReadonlyMap<string, number>
}

/** Opens the region in `start`, runs it with central parameters and with those of each member. */
export const reopen = (
  open: OpenRegion,
  past: Past,
  targets: readonly TargetRow[],
  start: number,
  settings: ReopenSettings,
): Reopened => {
  const pack = packAt(open.region, past, start)
  const simulator = createSimulator(open.program, pack, { end: start + settings.years, stepsPerYear })
  const record = recordedFor(targets)
  const { assumptions = {} } = settings
  const runOf = (input: Pick<RunInput, 'sampled' | 'shocks'>): Movement =>
    readMovements(simulator.run({ ...input, assumptions, record }), pack, targets, settings.years)
  const { seed, members } = settings
  const draw = members > 0 ? memberInput(open.linked, simulator, { seed, members }) : undefined
  const failures: string[] = []
  const found: Movement[] = []
  for (let member = 0; member < members; member++) {
    const { sampled, shocks } = draw!(member)
    const own = new Map([...(shocks ?? [])].filter(([name]) => !ofTheNation.test(name)))
    const parameters = new Map([...(sampled ?? []), ...(settings.sampled?.(member) ?? [])])
    try {
      found.push(runOf({ shocks: own, sampled: parameters }))
    } catch (error) {
      if (!(error instanceof RunError)) throw error
      failures.push(error.message)
    }
  }
  const central = runOf({ sampled: new Map(Object.entries(settings.central ?? {})) })
  return { start, central, members: found, failures }
}
