/** Runs the region from earlier years, and reads the values that are compared with actual ones. */

import type { Assumptions } from '../../engine/scenario.ts'
import { memberInput } from '../../engine/ensemble.ts'
import { type Run, RunError } from '../../engine/run.ts'
import { allRuns } from '../../engine/run/many.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { MemberInput } from '../../engine/run/runner.ts'
import { createSideBySide } from '../../engine/run/wasm-simulator.ts'
import { ln } from '../../language/elementary.ts'
import { frozenPack } from '../../regions/frozen.ts'
import { packAt, type Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { type BuiltModule, startInstance } from '../wasm-region.ts'
import type { OpenRegion } from '../simulation.ts'

/** Movement since the origin (the year before the start), in the target's scale. */
export type Movement = (target: string, area: string, year: number) => number | undefined

/** Shocks to the nation: in a hindcast the nation took the course that is known, so they are left out. */
const ofTheNation = /^(national|interest|carMarket|sanctions|oilPrice)/

const stepsPerYear = 4

/** How an area's series is read out of a run that starts in `start`: yearly, in the target's scale, less the origin. */
export const readMovements = (run: Run, pack: RegionData, targets: readonly TargetRow[], years: number): Movement => {
  const width = pack.areas.length
  const found = new Map(targets.map(({ name }) => [name, new Float64Array(width * years)]))
  for (let area = 0; area < width; area++) {
    const read = readRun(run, area)
    const lift = read.at('startLift', pack.start)
    for (const target of targets) {
      const scaled = (value: number): number => (target.scale === 'level' ? value : ln(value))
      const origin =
        target.start === 'first' ? read.at(target.outcome, pack.start) / lift : read.at(target.start, pack.start)
      for (let year = pack.start; year < pack.start + years; year++) {
        const value = target.when === 'mean' ? read.mean(target.outcome, year) : read.last(target.outcome, year)
        found.get(target.name)![area * years + year - pack.start] = scaled(value) - scaled(origin)
      }
    }
  }
  return (target, area, year) => {
    if (year < pack.start || year >= pack.start + years) return undefined
    const moved = found.get(target)?.[pack.areas.indexOf(area) * years + year - pack.start]
    return Number.isFinite(moved) ? moved : undefined
  }
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
  readonly outside?: 'known' | 'unknown'
  /** Years after the origin that are read. */
  readonly years: number
  readonly assumptions?: Assumptions
  /** The module of the region's model. */
  readonly built: BuiltModule
  /** Parameters of the central run, where they are not the priors' central values. */
  readonly central?: Assumptions
  /** Parameters of a member, in place of those drawn from the priors. */
  readonly sampled?: (member: number) => ReadonlyMap<string, number>
}

/** Opens the region in `start`, runs it with central parameters and with those of each member. */
export const reopen = (
  open: OpenRegion,
  past: Past,
  rows: readonly TargetRow[],
  start: number,
  settings: ReopenSettings,
): Reopened => {
  const { seed, members, years, outside = 'known', assumptions = {}, built } = settings
  // A region without an input-output table has no outcomes by industry.
  const targets = rows.filter(({ outcome }) => open.linked.variables.has(outcome))
  const opened = packAt(open.region, past, start)
  const pack = outside === 'known' ? opened : frozenPack(opened, past)
  const horizon = { end: start + years, stepsPerYear }
  const { runMany } = createSideBySide(open.linked, pack, horizon, built.manifest, startInstance(built))
  const draw =
    members > 0 ? memberInput(open.linked, { steps: years * stepsPerYear, horizon }, { seed, members }) : undefined
  const inputOf = (member: number): MemberInput => {
    const { sampled, shocks } = draw!(member)
    const own = new Map([...(shocks ?? [])].filter(([name]) => outside === 'unknown' || !ofTheNation.test(name)))
    return { assumptions, shocks: own, sampled: new Map([...(sampled ?? []), ...(settings.sampled?.(member) ?? [])]) }
  }
  const central: MemberInput = { assumptions, sampled: new Map(Object.entries(settings.central ?? {})) }
  const inputs = [central, ...Array.from({ length: members }, (_, member) => inputOf(member))]
  const [first, ...others] = runMany(inputs, recordedFor(targets))
  const read = (run: Run): Movement => readMovements(run, pack, targets, years)
  const [whole] = allRuns([first!])
  return {
    start,
    central: read(whole!),
    members: others.flatMap(run => (run instanceof RunError ? [] : [read(run)])),
    failures: others.flatMap(run => (run instanceof RunError ? [run.message] : [])),
  }
}
