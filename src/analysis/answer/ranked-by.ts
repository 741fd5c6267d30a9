/** What packages are ranked by: a share of each simulation, of which the mean counts. */

import {
  classWeights,
  type Judgement,
  scoresOf,
  standardThresholds,
  type Thresholds,
  thresholdsAt,
} from '../../model/criteria.ts'
import type { Both } from '../../language/messages.ts'
import { meanOf } from '../runs/quantiles.ts'

interface Definition {
  readonly id: string
  readonly names: Both<string>
  /** True if criteria are met at lenient thresholds. */
  readonly lenient: boolean
  readonly valueOf: (scores: readonly number[]) => number
}

/** Moved thresholds stay as far from the lenient ones as the standard ones are. */
const lenient = (chosen: Thresholds): Thresholds => {
  const least = thresholdsAt('lenient')
  return Object.fromEntries(
    Object.entries(chosen).map(([id, value]) => [id, value + least[id] - standardThresholds[id]]),
  )
}

const revival: Definition['valueOf'] = scores => classWeights(scores).revived

/** The first is that of the answer. */
export const definitions: readonly Definition[] = [
  {
    id: 'revival',
    names: { en: 'chance of revival', zh: '振兴概率' },
    lenient: false,
    valueOf: revival,
  },
  {
    id: 'lenient',
    names: {
      en: 'chance of revival at lenient thresholds',
      zh: '从宽阈值下的振兴概率',
    },
    lenient: true,
    valueOf: revival,
  },
  {
    id: 'criteria',
    names: { en: 'average share of criteria met', zh: '平均达标比例' },
    lenient: false,
    valueOf: meanOf,
  },
]

/** values[definition][policy][simulation] in a window, which is given by its place. */
export const rankedValues = (
  judgements: ReadonlyArray<readonly Judgement[]>,
  window: number,
  thresholds: Thresholds,
): number[][][] => {
  const scoresAt = (at: Thresholds): number[][][] =>
    judgements.map(members => members.map(one => scoresOf(one, window, at)))
  const [own, moved] = [scoresAt(thresholds), scoresAt(lenient(thresholds))]
  return definitions.map(definition =>
    (definition.lenient ? moved : own).map(members => members.map(one => definition.valueOf(one))),
  )
}
