/**
 * The one way to fold simulations into a verdict: each is judged and its weights are added, and all shares follow from
 * the sums, so that no simulation has to be kept and parts of an ensemble add up.
 */

import { declaredOutcomes, type Recording } from '../../engine/recording.ts'
import { blockReader } from '../../engine/run/reader.ts'
import type { MemberBlock } from '../../engine/run/runner.ts'
import { probabilityOf, type Probability } from '../../engine/summary/bands.ts'
import {
  classOrder,
  classWeights,
  criterionIds,
  type FutureClass,
  inWholeUnits,
  type Judgement,
  judge,
  judgementVariables,
  scoresOf,
  type Shares,
  standardThresholds,
  type Thresholds,
} from '../../model/criteria.ts'
import { mainWindow, windows } from '../../model/measures.ts'
import { packageStart } from '../../model/packages.ts'
import { sumOf } from './quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** A simulation with how far it meets each criterion, and how much it counts in each class. */
export interface JudgedMember {
  readonly judgement: Judgement
  /** In the order of the criteria. */
  readonly scores: readonly number[]
  readonly weights: Shares
}

/** Classes follow from what is kept of a simulation, at any thresholds. */
export const classesAt = (judgement: Judgement, thresholds: Thresholds = standardThresholds): JudgedMember => {
  const scores = scoresOf(judgement, mainWindow, thresholds)
  return { judgement, scores, weights: classWeights(scores) }
}

/** The number that a word of the verdict stands for. */
export const verdictNumber = ({ scores, judgement, weights }: JudgedMember, word: string): number => {
  if (word === 'score') return sumOf(scores)
  if (word === 'recession') return judgement.recession ? 1 : 0
  const at = criterionIds.indexOf(word)
  return at < 0 ? weights[word as FutureClass] : scores[at]!
}

const recessions = criterionIds.length
const classes = recessions + 1

/** Numbers that the sums of a verdict take. */
const counters = classes + classOrder.length

const count = ({ judgement, scores, weights }: JudgedMember, into: Float64Array): void => {
  scores.forEach((score, at) => {
    into[at] += inWholeUnits(score)
  })
  if (judgement.recession) into[recessions]++
  classOrder.forEach((name, at) => {
    into[classes + at] += weights[name]
  })
}

/** The findings in the sums; `probability` makes of a sum over all members what is wanted of it. */
const folded = <Share>(sums: Float64Array, members: number, probability: (sum: number, members: number) => Share) => ({
  probability: Object.fromEntries(
    classOrder.map((name, at) => [name, probability(sums[classes + at], members)]),
  ) as Record<FutureClass, Share>,
  /** The degree to which simulations meet each criterion, mean. */
  criteria: Object.fromEntries(criterionIds.map((id, at) => [id, probability(sums[at], members)])) as Record<
    string,
    Share
  >,
  recession: probability(sums[recessions], members),
})

const meanScoreOf = (sums: Float64Array, members: number): number =>
  criterionIds.reduce((sum, _, at) => sum + sums[at], 0) / members

export interface VerdictShares {
  readonly probability: Shares
  readonly criteria: Readonly<Record<string, number>>
  /** Share of the simulations with two falling quarters in a row, in the last two years of the window. */
  readonly recession: number
  /** Criteria met, mean. */
  readonly meanScore: number
}

/** The verdict over the simulations of one policy. */
export const foldJudged = (members: readonly JudgedMember[]): VerdictShares => {
  const sums = new Float64Array(counters)
  for (const member of members) count(member, sums)
  return {
    ...folded<number>(sums, members.length, (sum, all) => sum / all),
    meanScore: meanScoreOf(sums, members.length),
  }
}

export interface VerdictSummary {
  readonly probability: Readonly<Record<FutureClass, Probability>>
  readonly criteria: Readonly<Record<string, Probability>>
  readonly recession: Probability
  readonly meanScore: number
}

/** Judges and counts members of blocks. */
export interface MemberVerdict {
  readonly counters: number
  judge(block: MemberBlock, lane: number): JudgedMember
  count(member: JudgedMember, counters: Float64Array): void
  summarise(counters: Float64Array, members: number): VerdictSummary
}

/** The end of the last year that a verdict reads. */
export const judgedUntil: number = 1 + Math.max(...windows.map(({ to }) => to))

/** The series to be recorded for a verdict; undefined where the horizon or the model leave none. */
export const verdictSeries = ({ linked, region, simulator }: OpenRegion): string[] | undefined => {
  const declared = new Set(declaredOutcomes(linked))
  const names = judgementVariables('region')
  const covered = region.start <= packageStart && simulator.horizon.end >= judgedUntil
  return covered && names.every(name => declared.has(name)) ? names : undefined
}

/** `offset` is where its counters begin among those of an ensemble. */
export const createMemberVerdict = (recording: Recording, offset: number): MemberVerdict => {
  const read = blockReader(recording)
  const own = (all: Float64Array): Float64Array => all.subarray(offset, offset + counters)
  return {
    counters,
    judge: (block, lane) => classesAt(judge(read(block, lane), 'region')),
    count: (member, all) => count(member, own(all)),
    summarise: (all, members) => ({
      ...folded<Probability>(own(all), members, probabilityOf),
      meanScore: meanScoreOf(own(all), members),
    }),
  }
}
