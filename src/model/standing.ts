/**
 * The definitions behind the verdict: when a region gains or loses standing in its nation, which settings vote, and the
 * claims that the answer may say. All of it is data: the sentences are printed from what holds.
 */

import type { OutcomeId } from '../outcomes/catalogue.ts'
import { type DesignedPackage, type DirectionId, directionIds, type Dose } from './design.ts'

/** Growth against the nation, a year, within which a region holds its place. */
export const standingMargin = 0.003

/** A loss of weight of which shares are stated is larger; 1/year. */
export const leastLoss: number = 2 * standingMargin

/** The share of settings that must agree: with all of them a claim is said plainly, with fewer its count is said. */
export const leastShare = 0.9

/** `keeps`: gains or holds, and the settings do not agree which. */
export type Standing = 'gains' | 'holds' | 'keeps' | 'loses' | 'open'

export const standingOf = (growth: number): 'gains' | 'holds' | 'loses' =>
  growth > standingMargin ? 'gains' : growth < -standingMargin ? 'loses' : 'holds'

/** The standing on which the settings agree. */
export const standingIn = (growths: readonly number[]): Standing => {
  const share = (...among: readonly Standing[]): number =>
    growths.filter(growth => among.includes(standingOf(growth))).length / growths.length
  return (
    (['gains', 'holds', 'loses'] as const).find(one => share(one) >= leastShare) ??
    (share('gains', 'holds') >= leastShare ? 'keeps' : 'open')
  )
}

/**
 * A setting says of a package: growth of the weight and of its part from people, a year; the other changes are
 * against current policy.
 */
export type VoteMeasure = 'weight' | 'people' | 'revived' | 'criteria' | OutcomeId

/** Packages of the design, by direction and dose of reform; all of them where nothing is said. */
export interface DesignPart {
  /** 'none': reforms alone. */
  readonly directions?: ReadonlyArray<DirectionId | 'none'>
  readonly doses?: ReadonlyArray<Dose | 'none'>
}

export const isIn = (
  { directions, doses }: DesignPart,
  { direction, dose }: Partial<Pick<DesignedPackage, 'direction' | 'dose'>>,
): boolean => (directions?.includes(direction ?? 'none') ?? true) && (doses?.includes(dose ?? 'none') ?? true)

/** Every package of a part has the sign by more than `least`, and is beyond each of the others that are named. */
export interface StandingClaim {
  readonly of: DesignPart
  /** `averted`: the share of the loss of weight under current policy that does not come. */
  readonly measure: VoteMeasure | 'averted'
  readonly sign: 1 | -1
  readonly least: number
  readonly beyond?: DesignPart
}

const alone = (...directions: readonly DirectionId[]): DesignPart => ({ directions, doses: ['none'] })
const spending = alone(...directionIds)
const othersThan = (own: DirectionId): DesignPart => alone(...directionIds.filter(one => one !== own))
const full: DesignPart = { doses: ['full'] }

export const claims = {
  weightFalls: { of: {}, measure: 'weight', sign: -1, least: 0 },
  /** No package brings the region to hold its place. */
  noneHolds: { of: {}, measure: 'weight', sign: -1, least: standingMargin },
  reformAverts: { of: full, measure: 'averted', sign: 1, least: 0, beyond: spending },
  halfAverts: { of: { doses: ['half'] }, measure: 'averted', sign: 1, least: 0, beyond: spending },
  reformOutput: { of: full, measure: 'outputPerHead', sign: 1, least: 0.002 },
  reformDebt: { of: full, measure: 'debtToGdp', sign: -1, least: 0.005 },
  spendingSmall: { of: spending, measure: 'averted', sign: -1, least: -0.1 },
  householdsConsume: {
    of: alone('households'),
    measure: 'consumptionPerHead',
    sign: 1,
    least: 0.002,
    beyond: othersThan('households'),
  },
  householdsPension: {
    of: alone('households'),
    measure: 'pensionPerRetiree',
    sign: 1,
    least: 0.002,
    beyond: othersThan('households'),
  },
  familiesBirths: { of: alone('families'), measure: 'births', sign: 1, least: 0.05, beyond: othersThan('families') },
  repaymentDebt: {
    of: alone('repayment'),
    measure: 'debtToGdp',
    sign: -1,
    least: 0.005,
    beyond: othersThan('repayment'),
  },
} as const satisfies Readonly<Record<string, StandingClaim>>

export type ClaimId = keyof typeof claims

/** Settings that vote besides the structures: each set of parameters with each regime of transfers and each seed. */
export const votingSeeds = [1, 2, 3] as const
/** Simulations of each package in a setting, and in one of a structure. */
export const votingMembers = 60
export const structureMembers = 40
