/** Takes out of a scenario what the command line would refuse in it, with the same words. */

import { samplingProblems, type ScenarioProblem, scenarioProblems } from '../../scenario/problems.ts'
import type { ScenarioRules } from '../../scenario/rules.ts'
import type { Both } from '../../language/messages.ts'
import type { About } from '../worker/answers/about.ts'
import { type Draft, emptyDraft, without } from './scenario.ts'

export const rulesOfAbout = ({
  levers,
  limits,
  paths,
  outcomes,
  areas,
  start,
  end,
}: Pick<About, 'levers' | 'limits' | 'paths' | 'outcomes' | 'areas' | 'start' | 'end'>): ScenarioRules => ({
  levers: new Map(levers.map(lever => [lever.name, lever])),
  parameters: new Map(limits.map(limit => [limit.name, limit])),
  paths: new Map(paths.map(path => [path.name, path])),
  outcomes: new Map(
    outcomes.flatMap(([unit = '', ...names]) =>
      names.flatMap(name =>
        name.endsWith('[]')
          ? areas.map(({ id }) => [name.replace('[]', `[${id}]`), unit] as const)
          : [[name, unit] as const],
      ),
    ),
  ),
  start,
  end,
})

/** A seed and a number of simulations that a page can run. */
const withSampling = (draft: Draft): Draft => {
  const { seed, members } = emptyDraft(draft.region)
  const isFine = (part: Partial<Draft>): boolean => samplingProblems({ seed, members, ...part }).length === 0
  return {
    ...draft,
    seed: isFine({ seed: draft.seed }) ? draft.seed : seed,
    members: isFine({ members: draft.members }) ? draft.members : members,
  }
}

/**
 * The scenario as it can be run, and why what is missing was taken out. `rules` are missing while the region is not
 * open: then only the seed and the number of simulations are looked at.
 */
export const fittingDraft = <Scenario extends Draft>(
  draft: Scenario,
  rules: ScenarioRules | undefined,
): { readonly draft: Scenario; readonly reasons: ReadonlyArray<Both<string>> } => {
  const sampling = samplingProblems(draft)
  const problems = rules === undefined ? [] : scenarioProblems(rules, draft)
  const reasons = [...sampling, ...problems.map(({ message }) => message)].map(({ text }) => text)
  if (reasons.length === 0) return { draft, reasons }
  const wrong = (part: ScenarioProblem['part']): string[] =>
    problems.filter(one => one.part === part).flatMap(({ names }) => names)
  return {
    reasons,
    draft: {
      ...draft,
      ...withSampling(draft),
      policy: without(draft.policy, wrong('policy')),
      assumptions: without(draft.assumptions, wrong('assumptions')),
      outside: without(draft.outside, wrong('outside')),
      ...(draft.thresholds === undefined ? {} : { thresholds: without(draft.thresholds, wrong('thresholds')) }),
    },
  }
}
