/**
 * What a package costs: direct gross outlay and tax expenditure a year at the baseline quantities of 2025, prices of
 * the start, before any feedback; asset purchases count half; nothing is taken off for expected returns
 * (specification, 21).
 */

import { equation, sector } from '../language/declare.ts'

/** Quantities that costs are counted on, for the region as a whole. */
export const costing = sector('Quantities for costing', { doc: 'Read from the baseline, mean of 2025.' }, {
  costOutput: equation('CNY bn/year', 'sum(output, area)', 'Output'),
  costRobots: equation('CNY bn/year', 'sum(automationInvestment, area, firm)', 'Investment in robots, real'),
  costBenefits: equation('CNY bn/year',
    'sum(wage*unemployedBefore/price, area)',
    'Wages of the unemployed, real: benefits at full coverage and replacement'),
  costResidentPensioners: equation('person m', 'sum(residentPensioners, area)', 'Pensioners of the resident scheme'),
  costPensions: equation('CNY bn/year', 'sum(pensionBenefits/price, area)', 'Employee pensions, real'),
  costPensionGap: equation('CNY bn/year', 'sum(pensionGap/price, area)', 'Pension gap, real'),
  costResidents: equation('person m', 'sum(residentsTotal, area)', 'Residents'),
  costHealth: equation('CNY bn/year', 'sum(healthCost/price, area)', 'Medical spending, real'),
  costChildren0to2: equation('person m', 'sum(residents0to2, area)', 'Children under three'),
  costChildren0to5: equation('person m', 'sum(residentsByAge[..5], area, age)', 'Children under six'),
  costChildren0to17: equation('person m', 'sum(residentsByAge[..17], area, age)', 'Children under 18'),
  costYoung: equation('person m', 'sum(residents20to39, area)', 'Residents of 20-39'),
  costSeverance: equation('CNY bn/year',
    'sum(severanceYears*wage*redundancyRelease*redundantShare*stateLaborShare*marketEmployedBefore/price, area)',
    'Severance at full restructuring, real'),
  costPublicWages: equation('CNY bn/year', 'sum(publicWages/price, area)', 'Public wages, real'),
})

export const costQuantities = Object.keys(costing.declarations)

/** Lever values, each in its own unit. */
export type LeverValues = Readonly<Record<string, number>>
/** Quantities of `costing` by name. */
export type Quantities = Readonly<Record<string, number>>

export interface CostItem {
  readonly name: string
  /** The levers it depends on. */
  readonly levers: readonly string[]
  /** CNY bn a year, prices of the start, against the standard levers. */
  readonly cost: (value: LeverValues, standard: LeverValues, quantity: Quantities) => number
}

/** A share of output: the deviation in % of output. */
const ofOutput = (name: string, lever: string): CostItem => ({
  name,
  levers: [lever],
  cost: (value, standard, quantity) => ((value[lever]! - standard[lever]!) / 100) * quantity.costOutput!,
})

const children = (years: number, quantity: Quantities): number =>
  years > 12 ? quantity.costChildren0to17! : years > 4 ? quantity.costChildren0to5! : quantity.costChildren0to2!

export const costItems: readonly CostItem[] = [
  {
    name: 'Public investment',
    levers: ['publicInvestment'],
    cost: (value, standard, quantity) =>
      ((value.publicInvestment! - standard.publicInvestment!) / 100) * quantity.costOutput!,
  },
  {
    name: 'Project selection',
    levers: ['investmentQuality'],
    cost: (value, standard, quantity) =>
      value.investmentQuality === standard.investmentQuality ? 0 : 0.0002 * quantity.costOutput!,
  },
  {
    name: 'Robots',
    levers: ['robotSubsidy'],
    cost: (value, standard, quantity) => ((value.robotSubsidy! - standard.robotSubsidy!) / 100) * quantity.costRobots!,
  },
  {
    name: 'Directed investment',
    levers: ['directedInvestment'],
    cost: (value, standard, quantity) =>
      ((0.1 * (value.directedInvestment! - standard.directedInvestment!)) / 100) * quantity.costOutput!,
  },
  {
    name: 'Restructuring',
    levers: ['restructuring'],
    cost: (value, standard, quantity) => (value.restructuring! - standard.restructuring!) * quantity.costSeverance!,
  },
  {
    name: 'Business climate',
    levers: ['businessReform'],
    cost: (value, standard, quantity) =>
      0.0003 * (value.businessReform! - standard.businessReform!) * quantity.costOutput!,
  },
  ofOutput('Tax relief', 'taxReliefShare'),
  {
    name: 'Unemployment benefit',
    levers: ['benefitCoverage', 'benefitReplacement'],
    cost: (value, standard, quantity) =>
      ((value.benefitCoverage! * value.benefitReplacement! - standard.benefitCoverage! * standard.benefitReplacement!) /
        1e4) *
      quantity.costBenefits!,
  },
  {
    name: 'Resident pensions',
    levers: ['residentTopUp'],
    cost: (value, standard, quantity) =>
      (((value.residentTopUp! - standard.residentTopUp!) * 12) / 1000) * quantity.costResidentPensioners!,
  },
  {
    name: 'Employee pensions',
    levers: ['pensionIndexationExtra'],
    cost: (value, standard, quantity) =>
      ((value.pensionIndexationExtra! - standard.pensionIndexationExtra!) / 100) * quantity.costPensions!,
  },
  {
    name: 'National pooling',
    levers: ['poolingExtra'],
    cost: (value, standard, quantity) =>
      ((value.poolingExtra! - standard.poolingExtra!) / 100) * quantity.costPensionGap!,
  },
  {
    name: 'Direct payments',
    levers: ['directPayment'],
    cost: (value, standard, quantity) =>
      ((value.directPayment! - standard.directPayment!) / 1000) * quantity.costResidents!,
  },
  ofOutput('Vouchers', 'voucherProgramme'),
  {
    name: 'Health',
    levers: ['healthReimbursement'],
    cost: (value, standard, quantity) =>
      ((value.healthReimbursement! - standard.healthReimbursement!) / 100) * quantity.costHealth!,
  },
  {
    name: 'Child allowance',
    levers: ['childAllowance', 'childAllowanceYears'],
    cost: (value, standard, quantity) =>
      value.childAllowance! * children(value.childAllowanceYears!, quantity) -
      standard.childAllowance! * children(standard.childAllowanceYears!, quantity),
  },
  {
    name: 'Childcare',
    levers: ['childcarePlaces'],
    cost: (value, standard, quantity) =>
      ((25 * Math.max(0, value.childcarePlaces! - standard.childcarePlaces!)) / 100) * quantity.costChildren0to2!,
  },
  {
    name: 'Arrival grants',
    levers: ['arrivalGrant'],
    cost: (value, standard, quantity) =>
      0.012 * Math.max(0, value.arrivalGrant! - standard.arrivalGrant!) * quantity.costYoung!,
  },
  ofOutput('Vocational programme', 'vocationalProgramme'),
  {
    name: 'Public employment',
    levers: ['publicEmploymentGrowth'],
    cost: (value, standard, quantity) =>
      ((value.publicEmploymentGrowth! - standard.publicEmploymentGrowth!) / 100) * quantity.costPublicWages!,
  },
  {
    name: 'Unsold homes',
    levers: ['homePurchaseProgramme'],
    cost: (value, standard) => 0.5 * (value.homePurchaseProgramme! - standard.homePurchaseProgramme!),
  },
  ofOutput('Extra transfers', 'extraTransfers'),
  ofOutput('Debt clean-up', 'cleanUpProgramme'),
  ofOutput('Ports and border', 'portProgramme'),
  ofOutput('Export diversification', 'exportDiversification'),
  ofOutput('Culture', 'cultureProgramme'),
  ofOutput('Air', 'airAbatement'),
  ofOutput('Farms', 'farmModernisation'),
]

/** Cost of each item that is not zero, CNY bn a year. */
export const costBreakdown = (
  value: LeverValues,
  standard: LeverValues,
  quantity: Quantities,
): Array<{ readonly name: string; readonly cost: number }> =>
  costItems.map(({ name, cost }) => ({ name, cost: cost(value, standard, quantity) })).filter(({ cost }) => cost !== 0)

export const costOf = (value: LeverValues, standard: LeverValues, quantity: Quantities): number =>
  costBreakdown(value, standard, quantity).reduce((sum, { cost }) => sum + cost, 0)

/**
 * Spending levers: the equaliser multiplies their deviations; rules without outlay are never scaled, nor is public
 * investment that falls, whose saving counts (specification, 21; the costs of its table show it).
 */
export const spendingLevers: readonly string[] = [
  'publicInvestment',
  'robotSubsidy',
  'taxReliefShare',
  'benefitCoverage',
  'benefitReplacement',
  'residentTopUp',
  'voucherProgramme',
  'healthReimbursement',
  'childAllowance',
  'childcarePlaces',
  'arrivalGrant',
  'vocationalProgramme',
  'homePurchaseProgramme',
  'cleanUpProgramme',
  'portProgramme',
  'exportDiversification',
  'cultureProgramme',
  'airAbatement',
  'directPayment',
  'farmModernisation',
]

export interface Equalised {
  /** What the deviations of spending levers were multiplied by. */
  readonly factor: number
  readonly values: LeverValues
  readonly cost: number
}

/** A package that cannot be brought to the wanted cost. */
export class CostError extends Error {}

/** Scales the spending levers of a package so that it costs `envelope` (CNY bn a year), by bisection. */
export const equaliseCost = (
  values: LeverValues,
  standard: LeverValues,
  bounds: Readonly<Record<string, readonly [number, number]>>,
  quantity: Quantities,
  envelope: number,
): Equalised => {
  const scaled = (factor: number): LeverValues =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (!spendingLevers.includes(name) || (name === 'publicInvestment' && value < standard[name]!))
          return [name, value]
        const [low, high] = bounds[name]!
        return [name, Math.min(high, Math.max(low, standard[name]! + factor * (value - standard[name]!)))]
      }),
    )
  const costAt = (factor: number): number => costOf({ ...standard, ...scaled(factor) }, standard, quantity)
  let low = 0
  let high = 1
  while (costAt(high) < envelope) {
    if (high > 1024)
      throw new CostError(
        `The package costs ${costAt(high).toFixed(1)} bn a year at most, within the bounds of its levers; ` +
          `${envelope.toFixed(1)} were wanted. Give it a spending lever.`,
      )
    high *= 2
  }
  if (costAt(0) > envelope)
    throw new CostError(
      `The package costs ${costAt(0).toFixed(1)} bn a year through rules that are not scaled, more than the ` +
        `${envelope.toFixed(1)} wanted. Soften restructuring or raise the envelope.`,
    )
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (costAt(middle) < envelope) low = middle
    else high = middle
  }
  return { factor: high, values: scaled(high), cost: costAt(high) }
}
