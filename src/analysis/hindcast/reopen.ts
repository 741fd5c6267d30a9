/** Runs the region from earlier years, and reads the values that are compared with actual ones. */

import type { Assumptions } from '../../engine/scenario.ts'
import { memberInput } from '../../engine/ensemble.ts'
import { RunError } from '../../engine/run.ts'
import type { Reader } from '../../engine/run/reader.ts'
import type { MemberInput } from '../../engine/run/runner.ts'
import { createSideBySide } from '../../engine/run/wasm-simulator.ts'
import { ln } from '../../language/elementary.ts'
import { frozenPack } from '../../regions/frozen.ts'
import { packAt, type Past } from '../../regions/past.ts'
import type { TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { type BuiltModule, startInstance } from '../region/wasm-region.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { linkedThen } from '../region/placing.ts'

/** Movement since the origin (the year before the start), in the target's scale. */
export type Movement = (target: string, area: string, year: number) => number | undefined

/** Shocks to the nation: in a hindcast the nation took the course that is known, so they are left out. */
const ofTheNation = /^(national|interest|carMarket|sanctions|oilPrice)/

const stepsPerYear = 4

/** The level of the year before the start. */
export const originIn = (read: Reader, { outcome, start: of }: TargetRow, start: number): number =>
  of === 'first' ? read.at(outcome, start) / read.at('startLift', start) : read.at(of, start)

/**
 * Reads the series of each area out of a run as seen from that area: yearly, in the target's scale, less the origin.
 */
export const readMovements = (
  run: (area: number) => Reader,
  pack: RegionData,
  targets: readonly TargetRow[],
  years: number,
): Movement => {
  const width = pack.areas.length
  const found = new Map(targets.map(({ name }) => [name, new Float64Array(width * years)]))
  for (let area = 0; area < width; area++) {
    const read = run(area)
    for (const target of targets) {
      const scaled = (value: number): number => (target.scale === 'level' ? value : ln(value))
      const origin = originIn(read, target, pack.start)
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

export interface DrawSettings {
  readonly seed: number
  readonly members: number
  readonly outside?: 'known' | 'unknown'
  /** Years after the origin that are read. */
  readonly years: number
  readonly assumptions?: Assumptions
  /** Parameters of the central run, where they are not the priors' central values. */
  readonly central?: Assumptions
  /** Parameters of a member, in place of those drawn from the priors. */
  readonly sampled?: (member: number) => ReadonlyMap<string, number>
}

/** The central run and the members: the same in whatever year they start. */
export const drawInputs = ({ linked }: Pick<OpenRegion, 'linked'>, settings: DrawSettings): MemberInput[] => {
  const { seed, members, years, outside = 'known', assumptions = {} } = settings
  const central: MemberInput = { assumptions, sampled: new Map(Object.entries(settings.central ?? {})) }
  if (members === 0) return [central]
  const steps = years * stepsPerYear
  const draw = memberInput(linked, { steps, horizon: { end: years, stepsPerYear } }, { seed, members })
  const inputOf = (member: number): MemberInput => {
    const { sampled, shocks } = draw(member)
    const own = new Map([...(shocks ?? [])].filter(([name]) => outside === 'unknown' || !ofTheNation.test(name)))
    return { assumptions, shocks: own, sampled: new Map([...(sampled ?? []), ...(settings.sampled?.(member) ?? [])]) }
  }
  return [central, ...Array.from({ length: members }, (_, member) => inputOf(member))]
}

export interface ReopenSettings extends Pick<DrawSettings, 'outside' | 'years'> {
  /** The module of the region's model. */
  readonly built: BuiltModule
  /** The central run, then the members. */
  readonly inputs: readonly MemberInput[]
}

/** Opens the region in `start`, runs it with central parameters and with those of each member. */
export const reopen = (
  open: OpenRegion,
  past: Past,
  rows: readonly TargetRow[],
  start: number,
  { years, outside = 'known', built, inputs }: ReopenSettings,
): Reopened => {
  // A region without an input-output table has no outcomes by industry.
  const targets = rows.filter(({ outcome }) => open.linked.variables.has(outcome))
  const opened = packAt(open.region, past, start)
  const horizon = { end: start + years, stepsPerYear }
  const pack = linkedThen(open, outside === 'known' ? opened : frozenPack(opened, past), horizon)
  const { readMany } = createSideBySide(open.linked, pack, horizon, built.manifest, startInstance(built))
  const [central, ...others] = readMany(inputs, recordedFor(targets), run => readMovements(run, pack, targets, years))
  if (central instanceof RunError) throw central
  return {
    start,
    central: central!,
    members: others.flatMap(run => (run instanceof RunError ? [] : [run])),
    failures: others.flatMap(run => (run instanceof RunError ? [run.message] : [])),
  }
}
