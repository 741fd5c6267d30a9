/** What a feedback loop is, and the ways that several of them share. */

export type LoopSign = 'reinforcing' | 'balancing'

export interface FeedbackLoop {
  readonly id: string
  readonly name: string
  /** How it goes round, in a sentence. */
  readonly doc: string
  readonly sign: LoopSign
  /** The first is read by the second, the last by the first. */
  readonly path: readonly string[]
  /** Those shown in a diagram, with a short name; the others are steps on the way. */
  readonly shown: Readonly<Record<string, string>>
}

/** Demand for local output to unemployment: the way that most loops share. */
export const demandToJobs = [
  'demandOfUse',
  'localDemand',
  'marketOutput',
  'utilisation',
  'employmentTarget',
  'marketEmployed',
  'employed',
  'unemploymentRate',
]
/** The province's balance to what it builds. */
export const balanceToBuilding = [
  'provinceBalance',
  'provinceDeposits',
  'cashPressure',
  'publicInvestmentReal',
  'demandBuilding',
]
