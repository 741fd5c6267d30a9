/** The answer at other thresholds: classes and criteria follow from what was kept of the simulations, without new runs. */

import type { Thresholds } from '../../model/criteria.ts'
import type { Future, Reading } from '../runs/future.ts'
import { type Answer, definitionsAt, judgeAt, judgePackages, measuresAt, probabilitiesOf } from './verdict.ts'

/** What is kept of a simulation for this. */
type KeptFuture = Pick<Reading, 'judgement'> & { readonly areas: ReadonlyArray<Pick<Reading, 'judgement'>> }

export const keptOf = ({ judgement, areas }: Future): KeptFuture => ({
  judgement,
  areas: areas.map(area => ({ judgement: area.judgement })),
})

/**
 * `kept[package][simulation]`, in the order of the answer. What takes other runs is left out: the packages without their
 * reforms, and the robustness of the ranking.
 */
export const withThresholds = (
  answer: Answer,
  kept: ReadonlyArray<readonly KeptFuture[]>,
  thresholds: Thresholds,
): Answer => {
  const judge = judgeAt(thresholds)
  const ids = answer.packages.map(({ id }) => id)
  const { judged, gains, best, conclusion } = judgePackages(ids, kept, thresholds)
  return {
    ...answer,
    definitions: { ...answer.definitions, ...definitionsAt(thresholds) },
    measures: measuresAt(thresholds),
    packages: answer.packages.map((policyPackage, at) => ({
      ...policyPackage,
      ...probabilitiesOf(judged[at]),
      gain: gains[at],
      withoutFreeLevers: null,
      areas: policyPackage.areas.map((area, place) => ({
        ...area,
        ...probabilitiesOf(judge(kept[at].map(({ areas }) => areas[place]))),
      })),
    })),
    best,
    conclusion,
    robustness: null,
  }
}
