/**
 * The one type of a scenario: everything that, with the model and the figures of a region, decides the numbers of a run.
 * Commands, files, links, stored scenarios, programs and pages hold this and nothing else.
 */

import type { OutsidePaths } from '../engine/outside.ts'
import {
  type SetInputs,
  defaultStart,
  leversOf,
  type Policy,
  type Assumptions,
  type LeverSetting,
} from '../engine/scenario.ts'
import type { Uncertainty } from '../engine/uncertainty.ts'
import type { Thresholds } from '../model/criteria.ts'
import type { Lever } from '../language/declare.ts'
import type { LinkedModel } from '../language/linked.ts'
import { listed, asSentence } from '../language/typeset.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { payerOf } from '../language/payer.ts'
import { standardFinancing } from '../model/packages.ts'
import texts from '../texts/financing.ts'
import { type Regime, regimes } from '../model/regimes.ts'

/** The levers that say who pays what the province spends. */
export const financingLevers = [
  'financedByCentre',
  'financedByBonds',
  'financedByVehicles',
  'financedByLand',
  'financedByCuts',
] as const

export type FinancingLever = (typeof financingLevers)[number]

/** Share of the outlay that each way of financing pays once its first value is in force; the rest comes out of other spending. */
const financingShares = (policy: Policy): Record<FinancingLever, number> =>
  Object.fromEntries(financingLevers.map(name => [name, policy[name]?.value ?? 0])) as Record<FinancingLever, number>

export interface FinancedPart {
  readonly payer: string
  readonly how: string
  readonly share: number
}

/** The payers of a policy, and their means. */
export const paymentsOf = (model: LinkedModel, policy: Policy): FinancedPart[] => {
  const levers = leversOf(model)
  return Object.entries(financingShares(policy)).flatMap(([name, share]) => {
    const lever = levers.get(name)
    if (lever === undefined || share === 0) return []
    return [{ payer: payerOf(levers, name), how: lever.doc.replace(/^.* paid by /, ''), share }]
  })
}

type Shares = Readonly<Partial<Record<FinancingLever, number>>>

/**
 * Shares in whole per cent that add up to all after one of them is moved: the others keep their proportions. Where there
 * are none, bonds pay the rest, or the centre beside bonds.
 */
export const withShare = (shares: Shares, moved: FinancingLever, value: number): Record<FinancingLever, number> => {
  const others = financingLevers.filter(name => name !== moved && (shares[name] ?? 0) > 0)
  const payers = others.length > 0 ? others : [moved === 'financedByBonds' ? 'financedByCentre' : 'financedByBonds']
  const all = others.reduce((sum, name) => sum + shares[name]!, 0) || 1
  const next = { ...financingShares({}), [moved]: value }
  let [left, before] = [Math.round(100 * (1 - value)), all]
  for (const name of payers as FinancingLever[]) {
    const own = shares[name] || all
    const part = Math.round((left * own) / before)
    next[name] = part / 100
    left -= part
    before -= own
  }
  return next
}

/** Ways to pay for provincial spending, by a word. Without financing it crowds out other spending. */
export const financingWays = {
  half: standardFinancing.shares,
  centre: { financedByCentre: 1 },
  bonds: { financedByBonds: 1 },
  vehicles: { financedByVehicles: 1 },
  land: { financedByLand: 1 },
  cuts: { financedByCuts: 1 },
  none: {},
} as const satisfies Record<string, Shares>

export type FinancingWord = keyof typeof financingWays

export const financingWords = Object.keys(financingWays) as FinancingWord[]

/** The one default of all who state a scenario. What was saved says itself how it is financed. */
export const standardWay: FinancingWord = 'half'

/** Files of this format have the default of financing; those without a format were made before it and are not financed. */
export const fileFormat = 2

/** Levers that a person moves one by one. */
export const isOwnLever = (name: string): boolean => !(financingLevers as readonly string[]).includes(name)

/** True where levers say who finances, be it nobody. */
export const statesFinancing = (policy: Policy): boolean => financingLevers.some(name => policy[name] !== undefined)

/**
 * The policy financed in these shares, from its first start on, for as long as it spends. Without a lever of its own a
 * policy spends nothing and needs no money.
 */
export const withFinancing = (policy: Policy, shares: Shares): Policy => {
  const own = Object.entries(policy).filter(([name]) => isOwnLever(name))
  if (own.length === 0) return {}
  const start = Math.min(...own.map(([, { start: from = defaultStart }]) => from))
  const settings = financingLevers.flatMap(name => {
    const value = shares[name] ?? 0
    return value === 0 ? [] : [[name, { value, start, ramp: 0 }] as const]
  })
  return Object.fromEntries([...own, ...settings])
}

type Levers = ReadonlyMap<string, Pick<Lever, 'cost'>>

/** True where a lever of the policy has an outlay. */
export const spends = (levers: Levers, policy: Policy): boolean =>
  Object.keys(policy).some(name => levers.get(name)?.cost !== undefined)

/** Share of the policy that each way of financing pays: as it says or leaves it, and the standard ones before it spends. */
export const financingOf = (levers: Levers, policy: Policy): Record<FinancingLever, number> =>
  statesFinancing(policy) || spends(levers, policy)
    ? financingShares(policy)
    : { ...financingShares({}), ...financingWays[standardWay] }

/** The policy as it is stated, with the default where it spends and no lever says who finances. */
export const financed = (levers: Levers, policy: Policy, way: FinancingWord = standardWay): Policy =>
  statesFinancing(policy) || !spends(levers, policy) ? policy : withFinancing(policy, financingWays[way])

/** The policy of a scenario with who finances as its levers, as pages hold it. */
export const policyOf = ({
  policy,
  financing,
}: {
  readonly policy: Policy
  readonly financing?: FinancingWord | undefined
}): Policy =>
  financing === undefined || statesFinancing(policy) ? policy : withFinancing(policy, financingWays[financing])

/** A policy to which a search adds levers: paid for as it is, or by the default, from the first start of all of them on. */
export const financedBase = (policy: Policy, searched: readonly string[]): Policy => {
  const shares = statesFinancing(policy) ? financingShares(policy) : financingWays[standardWay]
  const all = withFinancing({ ...policy, ...Object.fromEntries(searched.map(name => [name, { value: 0 }])) }, shares)
  return Object.fromEntries(Object.entries(all).filter(([name]) => !searched.includes(name)))
}

const say = bothTexts(texts)

/** The financing of a policy in a clause for wherever its results are shown; undefined where it spends nothing. */
export const financingClause = (levers: Levers, policy: Policy): Both<string> | undefined => {
  if (!spends(levers, policy)) return undefined
  const shares = financingShares(policy)
  const paid = financingLevers.filter(name => shares[name] > 0)
  const percent = (share: number): string => String(Number((100 * share).toFixed(1)))
  const rest = 1 - paid.reduce((sum, name) => sum + shares[name], 0)
  if (paid.length === 0) return say.none
  const [one, other] = paid.map(name => say.payers[name])
  const parts = paid.map(name => say.part({ percent: percent(shares[name]), payer: say.payers[name] }))
  const areHalves = paid.length === 2 && paid.every(name => shares[name] === 0.5)
  return say.clause({
    paid: areHalves
      ? say.halves({ one: one!, other: other! })
      : { en: listed(parts.map(({ en }) => en)), zh: parts.map(({ zh }) => zh).join('、') },
    rest: rest < 1e-9 ? { en: '', zh: '' } : say.rest({ percent: percent(rest) }),
  })
}

/** The same as a sentence. */
export const financingSentence = (levers: Levers, policy: Policy): Both<string> | undefined => {
  const clause = financingClause(levers, policy)
  return clause && asSentence(clause)
}

export interface Scenario extends SetInputs, Uncertainty {
  /** Empty until somebody names it. */
  readonly name: string
  readonly region: string
  /** External conditions other than those of the region. */
  readonly outside?: OutsidePaths
  /** The financing of its outlays where no lever of its policy says so; absent in what was saved before there was a default. */
  readonly financing?: FinancingWord | undefined
  /** Id of the package it began with. */
  readonly package?: string | undefined
  /** Thresholds of criteria that are moved, by the id of their measure. */
  readonly thresholds?: Thresholds | undefined
  readonly seed?: number
  /** Simulations of its ensembles. */
  readonly members?: number
  /** Hashes of the model and of the region's figures that it was made with. */
  readonly model?: string | undefined
  readonly data?: string | undefined
}

/** Simulations of an ensemble unless somebody asks for more or fewer: about twelve seconds on two processors. */
export const standardMembers = 400
export const standardSeed = 1

/** The settings of uncertain parameters in a scenario. */
export const uncertaintyOf = ({ correlations, truncations, distributions }: Scenario): Uncertainty => ({
  ...(correlations === undefined ? {} : { correlations }),
  ...(truncations === undefined ? {} : { truncations }),
  ...(distributions === undefined ? {} : { distributions }),
})

/** Levers with their values, or with the times at which these hold. */
export type LeverSettings = Readonly<Record<string, number | LeverSetting>>

export interface Stated {
  /** A package ('G', or its name), or levers. Current policy when absent, or 'baseline'. */
  readonly policy?: string | LeverSettings | undefined
  /** Levers set above the package. */
  readonly set?: LeverSettings | undefined
  /** Values of parameters other than the central ones. */
  readonly assume?: Assumptions | undefined
  /** Regime of central transfers; a parameter that is assumed replaces its value. */
  readonly regime?: Regime['id'] | undefined
  /** The financing of the policy's outlays, where no lever says so: half by the central government and half by bonds. */
  readonly financing?: FinancingWord | undefined
}

/** The levers that are stated, apart from those of a package. */
export const policyIn = ({ policy, set }: Stated): Policy =>
  Object.fromEntries(
    Object.entries({ ...(typeof policy === 'object' ? policy : {}), ...set }).map(([name, setting]) => [
      name,
      typeof setting === 'number' ? { value: setting } : setting,
    ]),
  )

export const regimeAssumptions = (regime: Regime['id'] | undefined): Assumptions =>
  regimes.find(({ id }) => id === regime)?.assumptions ?? {}
