/** The first outcome of a lever moves the way of the lever, whatever else is in force; so does its cost. */

import { leversOf, type Policy, standardAt } from '../../engine/scenario.ts'
import type { Parameter, Prior } from '../../language/declare.ts'
import { outlaysOf } from '../../language/outlays.ts'
import { type Case, levers, open, type Relation, runUsual, totalOf, variableOf, wrongWay } from './cases-fixture.ts'

interface Direct {
  readonly lever: string
  readonly says: string
  /** A variable, summed over its elements and averaged over the years, rises (1) or falls (-1) with the lever. */
  readonly outcome: string
  readonly sign: 1 | -1
  readonly years: readonly [from: number, to: number]
  /** The response that carries it, which is a draw of 0 in some simulations and not weak here: at its central value. */
  readonly through?: string
  /** Cases in which a bound can hold the outcome: all is pooled already, or the centre swaps more than the policy. */
  readonly mayRest?: true
  /** Levers that are set in both runs. */
  readonly with?: Readonly<Record<string, number>>
}

const spent = { publicInvestment: 2 }

const direct: readonly Direct[] = [
  { lever: 'publicInvestment', says: 'more is built', outcome: 'publicInvestmentReal', sign: 1, years: [2026, 2026] },
  {
    lever: 'investmentQuality',
    says: 'more capital is of use',
    outcome: 'publicCapital',
    sign: 1,
    years: [2028, 2030],
  },
  { lever: 'robotSubsidy', says: 'firms have more robots', outcome: 'robots', sign: 1, years: [2027, 2030] },
  { lever: 'directedInvestment', says: 'firms invest more', outcome: 'demandInvestment', sign: 1, years: [2026, 2026] },
  { lever: 'mixedOwnershipPace', says: 'more capital is mixed', outcome: 'mixedShare', sign: 1, years: [2028, 2030] },
  {
    lever: 'restructuring',
    says: 'less labour is redundant',
    outcome: 'redundantShare',
    sign: -1,
    years: [2028, 2030],
  },
  {
    lever: 'businessReform',
    says: 'technology advances',
    outcome: 'technology',
    sign: 1,
    years: [2030, 2032],
    through: 'technologyFromBusiness',
  },
  { lever: 'taxReliefShare', says: 'own revenue falls', outcome: 'ownRevenue', sign: -1, years: [2026, 2026] },
  {
    lever: 'benefitCoverage',
    says: 'benefits cost more',
    outcome: 'unemploymentBenefits',
    sign: 1,
    years: [2026, 2026],
  },
  { lever: 'benefitReplacement', says: 'people spend more', outcome: 'consumption', sign: 1, years: [2026, 2026] },
  { lever: 'residentTopUp', says: 'people spend more', outcome: 'consumption', sign: 1, years: [2026, 2026] },
  { lever: 'directPayment', says: 'people spend more', outcome: 'consumption', sign: 1, years: [2026, 2026] },
  {
    lever: 'voucherProgramme',
    says: 'people spend more',
    outcome: 'consumption',
    sign: 1,
    years: [2026, 2026],
    through: 'spendingFromVouchers',
  },
  { lever: 'healthReimbursement', says: 'people spend more', outcome: 'consumption', sign: 1, years: [2026, 2026] },
  { lever: 'pensionIndexationExtra', says: 'pensions are higher', outcome: 'pension', sign: 1, years: [2028, 2030] },
  { lever: 'retirementAge', says: 'fewer draw a pension', outcome: 'pensioners', sign: -1, years: [2030, 2033] },
  { lever: 'retirementSpeed', says: 'more contribute', outcome: 'contributors', sign: 1, years: [2030, 2033] },
  {
    lever: 'poolingExtra',
    says: 'more is pooled',
    outcome: 'nationalPooling',
    sign: 1,
    years: [2026, 2026],
    mayRest: true,
  },
  {
    lever: 'childAllowance',
    says: 'more children are born',
    outcome: 'births',
    sign: 1,
    years: [2028, 2030],
    through: 'fertilityFromAllowance',
  },
  { lever: 'childAllowanceYears', says: 'more are covered', outcome: 'childrenCovered', sign: 1, years: [2026, 2026] },
  {
    lever: 'childcarePlaces',
    says: 'more children are born',
    outcome: 'births',
    sign: 1,
    years: [2028, 2030],
    through: 'fertilityFromCare',
  },
  {
    lever: 'arrivalGrant',
    says: 'more people come',
    outcome: 'netMigration',
    sign: 1,
    years: [2027, 2028],
    through: 'arrivalsFromGrant',
  },
  {
    lever: 'registrationOpenness',
    says: 'more people come',
    outcome: 'netMigration',
    sign: 1,
    years: [2027, 2028],
    through: 'newcomersFromOpenness',
  },
  { lever: 'vocationalProgramme', says: 'more are trained', outcome: 'technicianShare', sign: 1, years: [2028, 2030] },
  { lever: 'publicEmploymentGrowth', says: 'more serve', outcome: 'publicEmployed', sign: 1, years: [2028, 2030] },
  {
    lever: 'mortgageRule',
    says: 'more homes are sold',
    outcome: 'homeSales',
    sign: 1,
    years: [2026, 2026],
    through: 'salesFromRule',
  },
  { lever: 'mortgageRateChange', says: 'fewer homes are sold', outcome: 'homeSales', sign: -1, years: [2026, 2026] },
  { lever: 'downPayment', says: 'fewer homes are sold', outcome: 'homeSales', sign: -1, years: [2026, 2026] },
  {
    lever: 'homePurchaseProgramme',
    says: 'fewer are unsold',
    outcome: 'unsoldFloor',
    sign: -1,
    years: [2026, 2027],
    mayRest: true,
  },
  {
    lever: 'propertyTaxRate',
    says: 'homes are cheaper',
    outcome: 'housePrice',
    sign: -1,
    years: [2027, 2029],
    through: 'taxCapitalisation',
  },
  { lever: 'swapPace', says: 'LGFVs owe less', outcome: 'vehicleDebt', sign: -1, years: [2027, 2028], mayRest: true },
  { lever: 'rateRelief', says: 'LGFVs borrow cheaper', outcome: 'vehicleRateNew', sign: -1, years: [2026, 2026] },
  { lever: 'vehicleHaircut', says: 'LGFVs owe less', outcome: 'vehicleDebt', sign: -1, years: [2027, 2028] },
  {
    lever: 'quotaUnused',
    says: 'the province borrows less',
    outcome: 'plannedBorrowing',
    sign: -1,
    years: [2026, 2026],
  },
  {
    lever: 'borrowingCap',
    says: 'LGFVs build more',
    outcome: 'vehicleInvestment',
    sign: 1,
    years: [2026, 2026],
    mayRest: true,
  },
  { lever: 'extraTransfers', says: 'more is transferred', outcome: 'centralTransfers', sign: 1, years: [2026, 2026] },
  { lever: 'debtAssumption', says: 'debt is taken over', outcome: 'firmDebtAssumed', sign: 1, years: [2026, 2028] },
  { lever: 'cleanUpProgramme', says: 'LGFVs owe less', outcome: 'vehicleDebt', sign: -1, years: [2027, 2028] },
  { lever: 'portProgramme', says: 'more goes to Russia', outcome: 'exportsRussia', sign: 1, years: [2026, 2026] },
  { lever: 'exportDiversification', says: 'exports rise', outcome: 'exportsWorld', sign: 1, years: [2028, 2030] },
  {
    lever: 'cultureProgramme',
    says: 'more visitors come',
    outcome: 'tourism',
    sign: 1,
    years: [2028, 2030],
    through: 'visitorsFromCulture',
  },
  { lever: 'airAbatement', says: 'the air is cleaner', outcome: 'fineDust', sign: -1, years: [2028, 2030] },
  {
    lever: 'farmModernisation',
    says: 'harvests are larger',
    outcome: 'grain',
    sign: 1,
    years: [2028, 2030],
    through: 'farmReturn',
  },
  {
    lever: 'chipRestriction',
    says: 'less is digital',
    outcome: 'digital',
    sign: -1,
    years: [2028, 2030],
    through: 'chipExposure',
  },
  { lever: 'tradeTariff', says: 'exports fall', outcome: 'exportsWorld', sign: -1, years: [2026, 2026] },
  {
    lever: 'financedByCentre',
    says: 'less else is cut',
    outcome: 'purchasesReal',
    sign: 1,
    years: [2027, 2027],
    with: spent,
  },
  {
    lever: 'financedByBonds',
    says: 'bonds rise',
    outcome: 'provincialBonds',
    sign: 1,
    years: [2028, 2030],
    with: spent,
  },
  {
    lever: 'financedByVehicles',
    says: 'LGFVs owe more',
    outcome: 'vehicleDebt',
    sign: 1,
    years: [2027, 2028],
    with: spent,
  },
  {
    lever: 'financedByLand',
    says: 'more land is sold',
    outcome: 'landRevenue',
    sign: 1,
    years: [2026, 2026],
    with: spent,
  },
  {
    lever: 'financedByCuts',
    says: 'less is bought',
    outcome: 'purchasesReal',
    sign: -1,
    years: [2027, 2027],
    with: spent,
  },
]

const standardOf = (name: string): number => standardAt(levers.get(name)!.standard, 2026)

const centralOf = (parameter: string): number => {
  const { declaration } = variableOf(parameter)
  return ((declaration as Parameter).value as Prior).central
}

/** A value well away from the standard, within the bounds. */
const otherValue = (name: string, { uniform }: Case): number => {
  const [low, high] = levers.get(name)!.bounds
  const standard = standardOf(name)
  const value = low + uniform(`${name} other`) * (high - low)
  const least = 0.1 * (high - low)
  if (Math.abs(value - standard) >= least) return value
  return standard + least <= high ? standard + least : standard - least
}

const held = (set: Readonly<Record<string, number>>): Policy =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => [name, { value, start: 2026, ramp: 0 }]))

const without = (policy: Policy, names: readonly string[]): Policy =>
  Object.fromEntries(Object.entries(policy).filter(([name]) => !names.includes(name)))

const relationOf = ({
  lever,
  says,
  outcome,
  sign,
  years: [from, to],
  with: both = {},
  through,
  mayRest,
}: Direct): Relation => ({
  name: `lever ${lever}`,
  says: `With more of it ${says}, at once or within its years; with less, the other way.`,
  broken: one => {
    const { usual } = one
    const input = through === undefined ? one.input : { ...one.input, assumptions: { [through]: centralOf(through) } }
    // Another payer would share what this one pays.
    const others = lever.startsWith('financedBy')
      ? [...levers.keys()].filter(name => name.startsWith('financedBy'))
      : [lever]
    const rest = { ...without(input.policy, [...others, ...Object.keys(both)]), ...held(both) }
    const same =
      Object.keys(rest).length === Object.keys(input.policy).length &&
      Object.keys(both).length === 0 &&
      through === undefined
    const before = same ? usual : runUsual({ ...input, policy: rest }, [outcome])
    const value = otherValue(lever, one)
    const after = runUsual({ ...input, policy: { ...rest, ...held({ [lever]: value }) } }, [outcome])
    const direction = sign * Math.sign(value - standardOf(lever))
    return wrongWay(
      `${outcome} with ${lever} at ${value.toPrecision(3)}`,
      totalOf(before, outcome, from, to),
      totalOf(after, outcome, from, to),
      direction,
      mayRest,
    )
  },
})

const outlays = outlaysOf(leversOf(open.linked))

export const leverRelations = (): Relation[] => [
  ...direct.map(relationOf),
  {
    name: 'outlay of a lever',
    says: 'A lever costs more in its first year the further it is above its standard, and never less than nothing.',
    broken: one => {
      // The selection of projects costs the same however strict it is.
      const paid = outlays.filter(({ levers: [name] }) => name !== 'investmentQuality')
      const {
        variable,
        levers: [name],
      } = paid[Math.floor(one.uniform('outlay') * paid.length)]!
      const [, high] = levers.get(name!)!.bounds
      const standard = standardOf(name!)
      const rest = without(one.input.policy, [name!])
      const costOf = (part: number): number =>
        totalOf(
          runUsual({ ...one.input, policy: { ...rest, ...held({ [name!]: standard + part * (high - standard) }) } }, [
            variable,
          ]),
          variable,
          2026,
        )
      const [half, whole] = [costOf(0.5), costOf(1)]
      return (
        wrongWay(`${variable} at half of its range`, 0, half, 1, true) ??
        wrongWay(`${variable} at its bound, after half of it`, half, whole, 1, true)
      )
    },
  },
]
