/** The scenario in use (everything that determines the numbers on the page) and saved scenarios. */

import type { Assumptions, LeverSetting } from '../../engine/scenario.ts'
import { type Regime, regimes } from '../../model/regimes.ts'
import { firstRegion } from '../../regions/first-region.ts'
import { type Scenario, standardMembers, standardSeed } from '../../scenario/scenario.ts'

/** A scenario in hand: nothing of it is left to a default. Levers that say who finances are among those of its policy. */
export type Draft = Scenario & Required<Pick<Scenario, 'outside' | 'seed' | 'members'>> & { readonly package: string }

export type Kept = Draft & {
  readonly id: string
  /** Drawn over the charts. */
  readonly shown: boolean
  /** Of its line, 0 to 4; it keeps it. */
  readonly colour?: number
}

export const mostShown = 5

/** The colour that the fewest of these scenarios have. */
export const freeColour = (kept: readonly Kept[]): number => {
  const uses = Array.from({ length: mostShown }, (_, colour) => kept.filter(one => one.colour === colour).length)
  return uses.indexOf(Math.min(...uses))
}

export const emptyDraft = (region: string = firstRegion): Draft => ({
  name: '',
  region,
  package: '',
  policy: {},
  assumptions: {},
  outside: {},
  seed: standardSeed,
  members: standardMembers,
})

export const without = <Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> => Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

export const withLever = (draft: Draft, name: string, setting: LeverSetting | undefined): Draft => {
  const others = without(draft.policy, [name])
  return { ...draft, policy: setting === undefined ? others : { ...others, [name]: setting } }
}

export const withAssumption = (draft: Draft, name: string, value: number | undefined): Draft => {
  const others = without(draft.assumptions, [name])
  return { ...draft, assumptions: value === undefined ? others : { ...others, [name]: value } }
}

/** The parameters that any regime of transfers sets. */
const regimeParameters: ReadonlySet<string> = new Set(regimes.flatMap(({ assumptions }) => Object.keys(assumptions)))

const ofRegime = (assumptions: Assumptions): Assumptions =>
  Object.fromEntries(Object.entries(assumptions).filter(([name]) => regimeParameters.has(name)))

/** The regime of transfers that the assumptions are those of; undefined where they are none's. */
export const regimeOf = ({ assumptions }: Draft): Regime | undefined => {
  const own = ofRegime(assumptions)
  return regimes.find(
    regime =>
      Object.keys(own).length === Object.keys(regime.assumptions).length &&
      Object.entries(regime.assumptions).every(([name, value]) => own[name] === value),
  )
}

export const withRegime = (draft: Draft, { assumptions }: Regime): Draft => {
  const others = Object.entries(draft.assumptions).filter(([name]) => !regimeParameters.has(name))
  return { ...draft, assumptions: { ...Object.fromEntries(others), ...assumptions } }
}

/** Those that a page offers where nothing is changed: reform, and debt clean-up first. */
export const startingPackages = ['E', 'H'] as const

/** True where something of the reader's own would be lost. */
export const isWork = ({ policy, assumptions, outside }: Draft): boolean =>
  [policy, assumptions, outside].some(part => Object.keys(part).length > 0)

/** A saved scenario as the scenario in hand would hold it. */
export const draftOf = ({ id: _id, shown: _shown, colour: _colour, ...draft }: Kept): Draft => draft

/** The same numbers whatever the order in which levers were moved. */
export const sameDraft = (a: Draft, b: Draft): boolean => canonical(a) === canonical(b)

/** The same text whatever the order of keys, at every depth. */
export const canonical = (whole: unknown): string =>
  JSON.stringify(whole, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  )

/** The package that the scenario started from, unless its policy has been changed since. */
export const packageInForce = <One extends Pick<Draft, 'policy'> & { readonly id: string }>(
  packages: readonly One[],
  draft: Draft,
): One | undefined => packages.find(({ id, policy }) => id === draft.package && sameDraft({ ...draft, policy }, draft))
