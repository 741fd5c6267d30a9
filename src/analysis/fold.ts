/**
 * The one way to fold simulations into a verdict: each is judged and counted, and all shares follow from the counts, so
 * that no simulation has to be kept and parts of an ensemble add up.
 */

import { declaredOutcomes, type Recording } from '../engine/recording.ts'
import { blockReader } from '../engine/run/reader.ts'
import type { MemberBlock } from '../engine/run/runner.ts'
import { probabilityOf, type Probability } from '../engine/summary/bands.ts'
import {
  type Benchmarks,
  classify,
  criteria,
  type FutureClass,
  isResilient,
  type Judgement,
  judge,
  verdictVariables,
  windowTo,
} from '../model/criteria.ts'
import { packageStart } from '../model/playbooks.ts'
import type { OpenRegion } from './simulation.ts'

export const futureClasses: readonly FutureClass[] = ['revived', 'stabilised', 'managedDecline', 'distress', 'none']

/** Criteria that a simulation meets or not by itself; C7 belongs to the ensemble. */
export const memberCriteria: readonly string[] = criteria.filter(({ met }) => met !== undefined).map(({ id }) => id)

/** A simulation with its class if the ensemble is resilient (C7), and if it is not. */
interface JudgedMember {
  readonly judgement: Judgement
  readonly classIfResilient: FutureClass
  readonly classOtherwise: FutureClass
}

const withClasses = (judgement: Judgement): JudgedMember => ({
  judgement,
  classIfResilient: classify(judgement, true),
  classOtherwise: classify(judgement, false),
})

const recessions = memberCriteria.length
const slumps = recessions + 1
const resilientClasses = slumps + 1
const otherClasses = resilientClasses + futureClasses.length

/** Numbers that the counts of a verdict take. */
const counters = otherClasses + futureClasses.length

const count = ({ judgement, classIfResilient, classOtherwise }: JudgedMember, into: Float64Array): void => {
  memberCriteria.forEach((id, at) => {
    if (judgement.met[id] === true) into[at]++
  })
  if (judgement.recession) into[recessions]++
  if (judgement.slump) into[slumps]++
  into[resilientClasses + futureClasses.indexOf(classIfResilient)]++
  into[otherClasses + futureClasses.indexOf(classOtherwise)]++
}

/** What the counts say; `probability` makes of a count over all members what is wanted of it, `certain` of C7. */
const folded = <Share>(
  counts: Float64Array,
  members: number,
  probability: (count: number, members: number) => Share,
  certain: (share: 0 | 1) => Share,
) => {
  const resilient = isResilient(counts[recessions], members)
  const classes = resilient ? resilientClasses : otherClasses
  const of = (at: number): Share => probability(counts[at], members)
  return {
    probability: Object.fromEntries(futureClasses.map((name, at) => [name, of(classes + at)])) as Record<
      FutureClass,
      Share
    >,
    /** Share of the simulations that meet each criterion; C7 is 1 or 0, for all. */
    criteria: Object.fromEntries(
      criteria.map(({ id }) => {
        const at = memberCriteria.indexOf(id)
        return [id, at < 0 ? certain(resilient ? 1 : 0) : of(at)]
      }),
    ) as Record<string, Share>,
    recession: of(recessions),
    slump: of(slumps),
  }
}

const sumOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0)

export interface VerdictShares {
  readonly probability: Readonly<Record<FutureClass, number>>
  readonly criteria: Readonly<Record<string, number>>
  /** Share of the simulations with two falling quarters in a row, 2036-37. */
  readonly recession: number
  /** Mean number of criteria met. */
  readonly meanScore: number
}

/** The verdict over the simulations of one policy. */
export const foldJudgements = (judgements: readonly Judgement[]): VerdictShares => {
  const counts = new Float64Array(counters)
  for (const judgement of judgements) count(withClasses(judgement), counts)
  const found = folded<number>(
    counts,
    judgements.length,
    (some, all) => some / all,
    share => share,
  )
  return { ...found, meanScore: sumOf(Object.values(found.criteria)) }
}

/** Which of the simulations of one policy are revived. */
export const revivedOf = (judgements: readonly Judgement[]): boolean[] => {
  const resilient = isResilient(judgements.filter(({ recession }) => recession).length, judgements.length)
  return judgements.map(judgement => classify(judgement, resilient) === 'revived')
}

export interface VerdictSummary {
  readonly probability: Readonly<Record<FutureClass, Probability>>
  readonly criteria: Readonly<Record<string, Probability>>
  readonly recession: Probability
  readonly slump: Probability
  readonly meanScore: number
}

/** Judges and counts members of blocks. */
export interface MemberVerdict {
  readonly counters: number
  judge(block: MemberBlock, lane: number): JudgedMember
  count(member: JudgedMember, counters: Float64Array): void
  summarise(counters: Float64Array, members: number): VerdictSummary
}

/** What must be recorded for a verdict; undefined where the horizon or the model leave none. */
export const verdictSeries = ({ linked, region, simulator }: OpenRegion): string[] | undefined => {
  const declared = new Set(declaredOutcomes(linked))
  const names = verdictVariables('region')
  const covered = region.start <= packageStart - 1 && simulator.horizon.end >= windowTo + 1
  return covered && names.every(name => declared.has(name)) ? names : undefined
}

/** `offset` is where its counters begin among those of an ensemble. */
export const createMemberVerdict = (before: Benchmarks, recording: Recording, offset: number): MemberVerdict => {
  const read = blockReader(recording)
  const own = (all: Float64Array): Float64Array => all.subarray(offset, offset + counters)
  return {
    counters,
    judge: (block, lane) => withClasses(judge(read(block, lane), 'region', before)),
    count: (member, all) => count(member, own(all)),
    summarise: (all, members) => {
      const found = folded<Probability>(own(all), members, probabilityOf, share => ({
        share,
        error: 0,
        low: share,
        high: share,
      }))
      return { ...found, meanScore: sumOf(Object.values(found.criteria).map(({ share }) => share)) }
    },
  }
}
