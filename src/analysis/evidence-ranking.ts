/** Ranks uncertain inputs by their effect on the verdict on a region, to show which data to improve first. */

import { readRun } from '../engine/run/reader.ts'
import { createStream } from '../engine/random.ts'
import { createSimulator, RunError } from '../engine/run.ts'
import { oneByOne, type RunMany } from '../engine/run/many.ts'
import type { Assumptions, Policy, SetInputs } from '../engine/scenario.ts'
import type { Estimate } from '../engine/sensitivity.ts'
import { morrisOrder, type MorrisDesign, rowsOf, sensitivityPoints } from '../engine/sensitivity-design.ts'
import type { Evidence } from '../language/declare.ts'
import { classOrder, judge, judgementVariables } from '../model/criteria.ts'
import { classesAt, type JudgedMember } from './fold.ts'
import { sumOf } from './moments.ts'
import { assumptionsAt, type UncertainInput, uncertainInputsOf } from './uncertain-inputs.ts'
import { type UncertainPath, uncertainPathsOf } from './uncertain-paths.ts'
import type { OpenRegion } from './simulation.ts'

export interface RankedInput extends Omit<UncertainInput, 'at'> {
  /** By how many criteria the verdict changes when it moves by two thirds of its range and all else is anywhere. */
  readonly criteriaChanged: Estimate
  /** Part of a simulation that a move puts into another class, mean. */
  readonly classChanged: number
  /** Criteria met more (or fewer) after a move upwards, mean. */
  readonly direction: number
}

export interface EvidenceRanking {
  readonly region: string
  readonly scenario: string
  readonly seed: number
  readonly walks: number
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
}

const changes = (before: JudgedMember, after: JudgedMember): number =>
  sumOf(before.scores.map((score, at) => Math.abs(after.scores[at]! - score)))

const moved = (before: JudgedMember, after: JudgedMember): number =>
  sumOf(classOrder.map(name => Math.abs(after.weights[name] - before.weights[name]))) / 2

/** Runs that are made and judged together. */
const batch = 64

export interface RankingSettings {
  readonly scenario: string
  readonly policy: Policy
  /** Values that are taken as known: they stay where they are set. */
  readonly assumptions?: Assumptions
  readonly walks: number
  readonly seed: number
  readonly progress?: (done: number, all: number) => void
}

export const designOf = (walks: number): MorrisDesign => ({ kind: 'morris', trajectories: walks, levels: 4 })

/**
 * Walks from anywhere through the ranges of all inputs, one moved at a time (Morris 1991), without random series; paths
 * are moved where the walks start.
 * Deterministic: the same region, settings and seed give the same numbers, whoever runs them.
 */
export const rankEvidence = (open: OpenRegion, runMany: RunMany, settings: RankingSettings): EvidenceRanking => {
  const { policy, walks, seed, scenario } = settings
  const inputs = uncertainInputsOf(open)
  const names = inputs.map(({ name }) => name)
  const design = designOf(walks)
  const points = sensitivityPoints(names, seed, design)
  const rows = rowsOf(design, names.length)
  const assumptionsOf = (row: number): Assumptions => ({
    ...assumptionsAt(inputs, name => points.get(name)!(row), open.region.areas),
    ...settings.assumptions,
  })
  const judged: (JudgedMember | undefined)[] = []
  for (let from = 0; from < rows; from += batch) {
    const runs = Array.from({ length: Math.min(batch, rows - from) }, (_, at) => ({
      policy,
      assumptions: assumptionsOf(from + at),
    }))
    judged.push(...judgeRuns(open, runMany, runs))
    settings.progress?.(Math.min(rows, from + batch), rows)
  }
  const order = morrisOrder(names.length, seed)
  const sorted = names.toSorted()
  const walked = inputs.map((input): RankedInput => {
    const factor = sorted.indexOf(input.name)
    const moves = Array.from({ length: walks }, (_, walk) => {
      const row = walk * (names.length + 1) + order(walk, factor)
      const upwards = points.get(input.name)!(row + 1) > points.get(input.name)!(row)
      return upwards ? moveBetween(judged[row], judged[row + 1]) : moveBetween(judged[row + 1], judged[row])
    })
    return rankedBy(input, moves, seed)
  })
  const starts = Array.from({ length: walks }, (_, walk) => assumptionsOf(walk * (names.length + 1)))
  const paths = uncertainPathsOf(open).map(path => rankedBy(path, movesOfPath(open, path, { policy, starts }), seed))
  const ranked = [...walked, ...paths]
  return {
    region: open.region.id,
    scenario,
    seed,
    walks,
    runs: rows + 2 * walks * paths.length,
    failed: judged.filter(one => one === undefined).length,
    inputs: ranked.toSorted(
      (one, other) => other.criteriaChanged.value - one.criteriaChanged.value || other.classChanged - one.classChanged,
    ),
    parts: partsOf(ranked),
  }
}

/** What a move upwards does to a future. */
export interface Move {
  readonly changed: number
  readonly class: number
  readonly score: number
}

/** Undefined where one of the two has no solution. */
export const moveBetween = (low: JudgedMember | undefined, high: JudgedMember | undefined): Move | undefined => {
  if (low === undefined || high === undefined) return undefined
  return { changed: changes(low, high), class: moved(low, high), score: sumOf(high.scores) - sumOf(low.scores) }
}

export const rankedBy = (
  { name, kind, doc, unit, evidence, cells }: Omit<RankedInput, 'criteriaChanged' | 'classChanged' | 'direction'>,
  moves: ReadonlyArray<Move | undefined>,
  seed: number,
): RankedInput => {
  const known = moves.filter(move => move !== undefined)
  const changed = known.map(move => move.changed)
  return {
    name,
    kind,
    doc,
    unit,
    evidence,
    cells,
    criteriaChanged: withInterval(changed, seed, name),
    classChanged: mean(known.map(move => move.class)),
    direction: mean(known.map(move => move.score)),
  }
}

/** Shares of a path's range: two thirds apart, as the moves of the walks are. */
export const pathEnds = [1 / 6, 5 / 6] as const

/** A path cannot be set in a run: the region is changed, and the walks' starting points are run with both. */
const movesOfPath = (
  open: OpenRegion,
  path: UncertainPath,
  { starts, policy }: { policy: Policy; starts: readonly Assumptions[] },
): (Move | undefined)[] => {
  const [low, high] = pathEnds.map(share => {
    const simulator = createSimulator(open.program, path.movedTo(share), open.simulator.horizon)
    return judgeRuns(
      open,
      oneByOne(simulator),
      starts.map(assumptions => ({ policy, assumptions })),
    )
  })
  return starts.map((_, at) => moveBetween(low![at], high![at]))
}

/** Runs what moves are between and judges it; undefined where a run has no solution. */
export const judgeRuns = (
  open: OpenRegion,
  runMany: RunMany,
  inputs: readonly SetInputs[],
): (JudgedMember | undefined)[] =>
  runMany(inputs, judgementVariables('region')).map(run =>
    run instanceof RunError ? undefined : classesAt(judge(readRun(run), 'region')),
  )

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
