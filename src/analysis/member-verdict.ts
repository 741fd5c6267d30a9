/** The verdict on each member of a large ensemble, and its counters: no member is kept for it. */

import { declaredOutcomes, type Recording } from '../engine/recording.ts'
import { blockReader } from '../engine/run/reader.ts'
import type { MemberBlock } from '../engine/run/runner.ts'
import { probabilityOf, type Probability } from '../engine/summary/bands.ts'
import {
  type Benchmarks,
  classify,
  criteria,
  type FutureClass,
  type Judgement,
  judge,
  verdictVariables,
  windowTo,
} from '../model/criteria.ts'
import { packageStart } from '../model/playbooks.ts'
import type { OpenRegion } from './simulation.ts'

export const futureClasses: readonly FutureClass[] = ['revived', 'stabilised', 'managedDecline', 'distress', 'none']

/** Criteria that a member meets or not by itself; C7 belongs to the ensemble. */
export const memberCriteria: readonly string[] = criteria.filter(({ met }) => met !== undefined).map(({ id }) => id)

/** C7: at most this share of futures with two falling quarters in a row. */
export const resilientShare = 0.15

interface MemberJudgement {
  readonly judgement: Judgement
  /** The class if the ensemble is resilient (C7), and if it is not. */
  readonly classIfResilient: FutureClass
  readonly classOtherwise: FutureClass
}

export interface VerdictSummary {
  readonly probability: Readonly<Record<FutureClass, Probability>>
  /** Share of members that meet each criterion; C7 is 1 or 0, for all. */
  readonly criteria: Readonly<Record<string, Probability>>
  readonly recession: Probability
  readonly slump: Probability
  /** Mean number of criteria met. */
  readonly meanScore: number
}

export interface MemberVerdict {
  readonly counters: number
  judge(block: MemberBlock, lane: number): MemberJudgement
  count(member: MemberJudgement, counters: Float64Array): void
  summarise(counters: Float64Array, members: number): VerdictSummary
}

/** What must be recorded for a verdict; undefined where the horizon or the model leave none. */
export const verdictSeries = ({ linked, region, simulator }: OpenRegion): string[] | undefined => {
  const declared = new Set(declaredOutcomes(linked))
  const names = verdictVariables('region')
  const covered = region.start <= packageStart - 1 && simulator.horizon.end >= windowTo + 1
  return covered && names.every(name => declared.has(name)) ? names : undefined
}

/** `offset` is where its counters begin. */
export const createMemberVerdict = (before: Benchmarks, recording: Recording, offset: number): MemberVerdict => {
  const read = blockReader(recording)
  const own = memberCriteria.length
  const recession = offset + own
  const slump = recession + 1
  const resilientClasses = slump + 1
  const otherClasses = resilientClasses + futureClasses.length
  return {
    counters: own + 2 + 2 * futureClasses.length,
    judge: (block, lane) => {
      const judgement = judge(read(block, lane), 'region', before)
      return {
        judgement,
        classIfResilient: classify(judgement, true),
        classOtherwise: classify(judgement, false),
      }
    },
    count: ({ judgement, classIfResilient, classOtherwise }, counters) => {
      memberCriteria.forEach((id, at) => {
        if (judgement.met[id] === true) counters[offset + at]++
      })
      if (judgement.recession) counters[recession]++
      if (judgement.slump) counters[slump]++
      counters[resilientClasses + futureClasses.indexOf(classIfResilient)]++
      counters[otherClasses + futureClasses.indexOf(classOtherwise)]++
    },
    summarise: (counters, members) => {
      const resilient = counters[recession] / members <= resilientShare
      const classes = resilient ? resilientClasses : otherClasses
      const shares = Object.fromEntries(
        criteria.map(({ id }) => {
          const at = memberCriteria.indexOf(id)
          const met = resilient ? 1 : 0
          return [
            id,
            at < 0 ? { share: met, error: 0, low: met, high: met } : probabilityOf(counters[offset + at], members),
          ]
        }),
      )
      return {
        probability: Object.fromEntries(
          futureClasses.map((name, at) => [name, probabilityOf(counters[classes + at], members)]),
        ) as Record<FutureClass, Probability>,
        criteria: shares,
        recession: probabilityOf(counters[recession], members),
        slump: probabilityOf(counters[slump], members),
        meanScore: Object.values(shares).reduce((sum, { share }) => sum + share, 0),
      }
    },
  }
}
