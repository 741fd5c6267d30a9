/** Ranks uncertain inputs by their effect on the verdict on a region or on outcomes, to show which data to improve first. */

import { readRun } from '../../engine/run/reader.ts'
import { createStream } from '../../engine/random.ts'
import { RunError } from '../../engine/run.ts'
import type { RunMany } from '../../engine/run/many.ts'
import type { Assumptions, Policy, SetInputs } from '../../engine/scenario.ts'
import type { Estimate } from '../../engine/sensitivity.ts'
import { morrisOrder, type MorrisDesign, rowsOf, sensitivityPoints } from '../../engine/sensitivity-design.ts'
import type { Evidence } from '../../language/declare.ts'
import { classOrder, judge, judgementVariables } from '../../model/criteria.ts'
import type { RegionData, RegionPath } from '../../regions/types.ts'
import { classesAt, type JudgedMember } from '../runs/fold.ts'
import { readTrial, seriesIn, type TrialReading } from '../policies/goal/trials.ts'
import { sumOf } from '../runs/quantiles.ts'
import {
  assumptionsAt,
  type UncertainInput,
  uncertainInputsOf,
  type UncertainCell,
  spanOf,
  weakest,
} from './uncertain-inputs.ts'
import type { OpenRegion } from '../region/simulation.ts'

type Input = Omit<UncertainInput, 'at'>

export interface RankedInput extends Input {
  /** By how many criteria the verdict changes when it moves by two thirds of its range and all else is anywhere. */
  readonly criteriaChanged: Estimate
  /** Part of a simulation that a move puts into another class, mean. */
  readonly classChanged: number
  /** Criteria met more (or fewer) after a move upwards, mean. */
  readonly direction: number
}

/** The change of an outcome when an input moves by two thirds of its range and all else is anywhere. */
export interface InputEffect extends Input {
  /** Mean size of the changes. */
  readonly size: Estimate
  /** Mean of the changes upwards with their signs. */
  readonly mean: number
  /** Their standard deviation: interactions and curvature. */
  readonly spread: number
}

export interface EvidenceRanking {
  readonly runs: number
  /** Runs that had no solution: the moves to and from them are left out. */
  readonly failed: number
  /** Most influential first. */
  readonly inputs: readonly RankedInput[]
  /** Part of all influence that each kind and grade has. */
  readonly parts: ReadonlyArray<{
    readonly kind: UncertainInput['kind']
    readonly evidence: Evidence
    readonly count: number
    readonly part: number
  }>
  /** By reading, most influential first. */
  readonly effects: ReadonlyArray<readonly InputEffect[]>
}

interface Seen {
  readonly judged: JudgedMember
  /** By reading. */
  readonly values: readonly number[]
}

/** Both ends of a move upwards; undefined where one has no solution. */
type Move = { readonly low: Seen; readonly high: Seen } | undefined

/** Runs that are made and read together. */
const batch = 64

interface Walking {
  readonly policy: Policy
  /** Values that are taken as known: they stay where they are set. */
  readonly assumptions: Assumptions
  readonly walks: number
  readonly seed: number
  /** Numbers that are read besides the verdict. */
  readonly readings?: readonly TrialReading[]
}

/** Runs of a region with other paths, on the same model. */
export type RunsOn = (region: RegionData) => RunMany

/** Is waited for between runs, with how many are done. */
type Pause = (done: number, all: number) => Promise<void> | void

/** Shares of a path's range: two thirds apart, as the moves of the walks are. */
const pathEnds = [1 / 6, 5 / 6] as const

interface UncertainPath extends Omit<UncertainInput, 'at'> {
  /** The region with all points of the path that are no official ones at a share of their ranges, 0 to 1. */
  movedTo(share: number): RegionData
}

type Points = RegionPath['points']

const addressOf = (name: string, area?: string): string => (area === undefined ? name : `${name}[${area}]`)

/** The paths that a region takes from outside, each as an uncertain input that is moved as a whole. */
export const uncertainPathsOf = ({ region, linked }: Pick<OpenRegion, 'region' | 'linked'>): UncertainPath[] =>
  Object.entries(region.paths).flatMap(([name, path]): UncertainPath[] => {
    const variable = linked.variables.get(name)
    const cells = path.origins.flatMap(({ area, time, value, evidence, source, note }): UncertainCell[] => {
      const [low, high] = spanOf(name, path.unit, evidence, value)
      if (!(high > low)) return []
      const address = `${addressOf(name, area)} at ${time}`
      return [{ address, evidence, source, ...(note === undefined ? {} : { note }), value, low, high }]
    })
    if (variable === undefined || cells.length === 0) return []
    const ranges = new Map(cells.map(cell => [cell.address, cell]))
    const movedTo = (share: number): RegionData => {
      const moved = (points: Points, area?: string): Points =>
        points.map(([time, value]) => {
          const cell = ranges.get(`${addressOf(name, area)} at ${time}`)
          return [time, cell === undefined ? value : cell.low + share * (cell.high - cell.low)]
        })
      const points = moved(path.points)
      // An area without points of its own shares those of all.
      const ofAreas = Object.entries(path.ofAreas ?? {}).map(([area, own]): [string, Points] => [
        area,
        moved(own, path.origins.some(origin => origin.area === area) ? area : undefined),
      ])
      const byArea = path.ofAreas === undefined ? {} : { ofAreas: Object.fromEntries(ofAreas) }
      return { ...region, paths: { ...region.paths, [name]: { ...path, points, ...byArea } } }
    }
    const evidence = weakest(cells.map(cell => cell.evidence))
    return [{ name, kind: 'path', doc: variable.doc, unit: variable.unitText, evidence, cells, movedTo }]
  })

/**
 * Walks from anywhere through the ranges of all inputs, one moved at a time (Morris 1991), without random series; paths,
 * which no run can set, are moved where the walks start, in regions that differ by them.
 * Deterministic: the same region, settings and seed give the same numbers, whoever runs them.
 */
const movesOf = async (
  open: OpenRegion,
  runsOn: RunsOn,
  { policy, walks, seed, readings = [], assumptions }: Walking,
  pause: Pause,
): Promise<{
  readonly moves: ReadonlyArray<readonly [input: Input, moves: readonly Move[]]>
  readonly runs: number
  readonly failed: number
}> => {
  const inputs = uncertainInputsOf(open)
  const names = inputs.map(({ name }) => name)
  const design: MorrisDesign = { kind: 'morris', trajectories: walks, levels: 4 }
  const points = sensitivityPoints(names, seed, design)
  const order = morrisOrder(names.length, seed)
  const sorted = names.toSorted()
  const paths = uncertainPathsOf(open)
  const inputAt = (row: number): SetInputs => ({
    policy,
    assumptions: {
      ...assumptionsAt(inputs, name => points.get(name)!(row), open.region.areas),
      ...assumptions,
    },
  })
  /** By walk, the rows before the moves of an input. */
  const before = ({ name }: Input): number[] =>
    Array.from({ length: walks }, (_, walk) => walk * (names.length + 1) + order(walk, sorted.indexOf(name)))
  const rows = Array.from({ length: rowsOf(design, names.length) }, (_, row) => row)
  const all = rows.length + 2 * walks * paths.length
  const record = [...new Set([...judgementVariables('region'), ...seriesIn(readings)])]
  let [done, failed] = [0, 0]
  const seen = async (region: RegionData, asked: readonly number[]): Promise<(Seen | undefined)[]> => {
    const runMany = runsOn(region)
    const found: (Seen | undefined)[] = []
    for (let from = 0; from < asked.length; from += batch) {
      const some = asked.slice(from, from + batch)
      for (const run of runMany(some.map(inputAt), record)) {
        const reader = run instanceof RunError ? undefined : readRun(run)
        if (reader === undefined) failed += 1
        found.push(
          reader && {
            judged: classesAt(judge(reader, 'region')),
            values: readings.map(one => readTrial(reader, one)),
          },
        )
      }
      const waiting = pause((done += some.length), all)
      if (waiting !== undefined) await waiting
    }
    return found
  }
  const pairs = (low: readonly (Seen | undefined)[], high: readonly (Seen | undefined)[]): Move[] =>
    low.map((one, at) => {
      const other = high[at]
      return one === undefined || other === undefined ? undefined : { low: one, high: other }
    })
  const found = await seen(open.region, rows)
  const at = new Map(rows.map((row, place) => [row, found[place]]))
  const moves: [Input, Move[]][] = inputs.map(input => {
    const point = points.get(input.name)!
    const ends = before(input).map(row => (point(row + 1) > point(row) ? [row, row + 1] : [row + 1, row]))
    return [
      input,
      pairs(
        ends.map(([low]) => at.get(low!)),
        ends.map(([, high]) => at.get(high!)),
      ),
    ]
  })
  const starts = Array.from({ length: walks }, (_, walk) => walk * (names.length + 1))
  for (const path of paths) {
    const [low, high] = [await seen(path.movedTo(pathEnds[0]), starts), await seen(path.movedTo(pathEnds[1]), starts)]
    moves.push([path, pairs(low, high)])
  }
  return { moves, runs: all, failed }
}

const isMade = (move: Move): move is NonNullable<Move> => move !== undefined

const plainOf = ({ name, kind, doc, unit, evidence, cells }: Input): Input => ({
  name,
  kind,
  doc,
  unit,
  evidence,
  cells,
})

const rankedBy = (input: Input, moves: readonly Move[], seed: number): RankedInput => {
  const made = moves.filter(isMade)
  const changed = made.map(({ low, high }) =>
    sumOf(low.judged.scores.map((score, at) => Math.abs(high.judged.scores[at]! - score))),
  )
  const classes = made.map(
    ({ low, high }) =>
      sumOf(classOrder.map(name => Math.abs(high.judged.weights[name] - low.judged.weights[name]))) / 2,
  )
  return {
    ...plainOf(input),
    criteriaChanged: withInterval(changed, seed, input.name),
    classChanged: mean(classes),
    direction: mean(made.map(({ low, high }) => sumOf(high.judged.scores) - sumOf(low.judged.scores))),
  }
}

const effectOf = (input: Input, moves: readonly Move[], reading: number, seed: number): InputEffect => {
  const changes = moves.filter(isMade).map(({ low, high }) => high.values[reading]! - low.values[reading]!)
  const middle = mean(changes)
  const squares = sumOf(changes.map(change => (change - middle) ** 2))
  return {
    ...plainOf(input),
    size: withInterval(changes.map(Math.abs), seed, input.name),
    mean: middle,
    spread: changes.length > 1 ? Math.sqrt(squares / (changes.length - 1)) : 0,
  }
}

/** All inputs, with the effect of each on the verdict and on what is read besides. */
export const rankEvidence = async (
  open: OpenRegion,
  runsOn: RunsOn,
  settings: Walking,
  pause: Pause = () => {},
): Promise<EvidenceRanking> => {
  const { seed, readings = [] } = settings
  const { moves, runs, failed } = await movesOf(open, runsOn, settings, pause)
  const ranked = moves.map(([input, own]) => rankedBy(input, own, seed))
  return {
    runs,
    failed,
    inputs: ranked.toSorted(
      (one, other) => other.criteriaChanged.value - one.criteriaChanged.value || other.classChanged - one.classChanged,
    ),
    parts: partsOf(ranked),
    effects: readings.map((_, reading) =>
      moves
        .map(([input, own]) => effectOf(input, own, reading, seed))
        .toSorted((one, other) => other.size.value - one.size.value),
    ),
  }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const resamples = 200

const withInterval = (values: readonly number[], seed: number, name: string): Estimate => {
  const value = mean(values)
  if (values.length < 2) return { value, low: value, high: value }
  const draw = createStream(seed, `bootstrap of ${name}`)
  const means = Float64Array.from({ length: resamples }, (_, resample) =>
    mean(values.map((__, at) => values[Math.floor(draw(resample, at, 0) * values.length)]!)),
  ).sort()
  return { value, low: means[Math.round(0.025 * (resamples - 1))]!, high: means[Math.round(0.975 * (resamples - 1))]! }
}

const partsOf = (ranked: readonly RankedInput[]): EvidenceRanking['parts'] => {
  const all = ranked.reduce((sum, { criteriaChanged }) => sum + criteriaChanged.value, 0)
  const groups = Map.groupBy(ranked, ({ kind, evidence }) => `${kind} ${evidence}`)
  return [...groups.values()]
    .map(group => ({
      kind: group[0]!.kind,
      evidence: group[0]!.evidence,
      count: group.length,
      part: all === 0 ? 0 : group.reduce((sum, { criteriaChanged }) => sum + criteriaChanged.value, 0) / all,
    }))
    .toSorted((one, other) => other.part - one.part)
}
