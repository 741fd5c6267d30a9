/** The search for the best packages as the reader asks it: what counts, as names that links hold. */

import { allLevers } from '../../analysis/policies/goal/all-levers.ts'
import { windowFrom, windowTo } from '../../model/measures.ts'
import { indicatorOf, type OutcomeId } from '../../outcomes/catalogue.ts'
import type { Draft } from './scenario.ts'

export interface SearchMeasure {
  /** As the command line writes it. */
  readonly text: string
  readonly maximise: boolean
}

const window = `${windowFrom}-${windowTo}`

/** A statistic over the simulations of an outcome at the end of the window, or of its mean over the window. */
const over = (statistic: 'mean' | 'regret90', indicator: OutcomeId) => {
  const { variables, reading, better } = indicatorOf(indicator)
  const text = `${statistic}(${variables[0]}@${reading === 'end' ? `${windowTo}Q4` : window})`
  return { text, maximise: statistic === 'mean' && better !== 'lower' } as const
}

export const searchMeasures = {
  revival: { text: 'revival', maximise: true },
  outputPerHead: over('mean', 'outputPerHead'),
  consumption: over('mean', 'consumptionPerHead'),
  residents: over('mean', 'population'),
  debt: over('mean', 'debtToGdp'),
  debtHeld: { text: `share(${indicatorOf('debtToGdp').variables[0]}@${windowTo}Q4 <= 1)`, maximise: true },
  debtRegret: over('regret90', 'debtToGdp'),
  unemployment: over('regret90', 'unemployment'),
  cost: { text: 'cost', maximise: false },
} as const satisfies Readonly<Record<string, SearchMeasure>>

export type MeasureName = keyof typeof searchMeasures
export const measureNames = Object.keys(searchMeasures) as MeasureName[]

const standard: readonly MeasureName[] = ['revival', 'consumption', 'debt', 'cost']

/** 'revival,debt' of a link; the standard ones where it names none. */
export const measuresFrom = (text: string | undefined): readonly MeasureName[] => {
  const named = measureNames.filter(name => text?.split(',').includes(name))
  return named.length === 0 ? standard : named
}

/** True if a link asks for all levers of policy. */
export const movesAll = (text: string | undefined): boolean => text?.split(',').includes(allLevers) === true

/** The search as a part of links. */
export const searchText = (names: readonly MeasureName[], all: boolean): string =>
  [...names, ...(all ? [allLevers] : [])].join(',')

export const [leastMeasures, mostMeasures] = [2, 5]

/** Packages enough that more than fifty of the Northeast are beaten by no other. */
export const packagesTried = 336

/** 200 simulations of each package, or fewer where the reader has set fewer. */
export const packageMembers = ({ members }: Pick<Draft, 'members'>): number => Math.min(members, 200)

/** The inputs of the declared search. */
export const searchInput = (
  draft: Draft,
  names: readonly MeasureName[],
  all: boolean,
): Readonly<Record<string, unknown>> => {
  const chosen = names.map(name => searchMeasures[name])
  const texts = (maximise: boolean): string[] => chosen.filter(one => one.maximise === maximise).map(({ text }) => text)
  const simulations = packageMembers(draft)
  return {
    maximise: texts(true),
    minimise: texts(false),
    ...(all ? { with: [allLevers] } : {}),
    simulations,
    runs: packagesTried * simulations,
    seed: draft.seed,
  }
}
