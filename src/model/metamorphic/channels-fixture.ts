/** Without a response nothing passes: a channel whose parameter is zero carries nothing, to the bit. */

import type { Policy } from '../../engine/scenario.ts'
import { type Case, difference, levers, type Relation, runUsual, watched } from './cases-fixture.ts'

interface Channel {
  readonly name: string
  readonly says: string
  /** Parameters that are zero in both runs. */
  readonly zero: readonly string[]
  /** Levers, each set anywhere within its bounds in one run and left at its standard in the other. */
  readonly levers: readonly string[]
  /** Variables that stay as they are: all that are watched when absent. */
  readonly stays?: readonly string[]
}

const people = ['residentsTotal', 'births', 'deaths', 'netMigration', 'share65', 'closing(emigrants)', 'householdCount']

const channels: readonly Channel[] = [
  {
    name: 'chip controls',
    says: 'Where no equipment and no export is exposed, controls change nothing.',
    zero: ['chipExposure', 'chipLoss', 'chipExportLoss'],
    levers: ['chipRestriction'],
  },
  {
    name: 'openness of registration',
    says: 'Where newcomers take no notice, it changes nothing.',
    zero: ['newcomersFromOpenness'],
    levers: ['registrationOpenness'],
  },
  {
    name: 'arrival grants',
    says: 'Where nobody claims one and nobody comes for one, they change nothing.',
    zero: ['arrivalGrantUptake', 'arrivalsFromGrant'],
    levers: ['arrivalGrant'],
  },
  {
    name: 'business reform',
    says: 'Where it costs nothing and technology does not respond, the climate alone changes.',
    zero: ['technologyFromBusiness', 'businessReformCost'],
    levers: ['businessReform'],
    stays: watched.filter(name => !/usiness/.test(name)),
  },
  {
    name: 'mortgage rule',
    says: 'Where it gives no discount and buyers take no notice, it changes nothing but the offer.',
    zero: ['salesFromRule', 'mortgageRuleDiscount'],
    levers: ['mortgageRule'],
  },
  {
    name: 'down payment',
    says: 'Where it costs buyers nothing, it changes nothing.',
    zero: ['downPaymentCost'],
    levers: ['downPayment'],
  },
  {
    name: 'tax relief and investment',
    says: 'Where investment does not answer the cost of capital, relief has no effect on the plan by itself.',
    zero: ['investmentFromUserCost'],
    levers: ['taxReliefShare'],
    stays: ['reliefEffect'],
  },
  {
    name: 'benefits and search',
    says: 'Where search does not answer benefits, normal unemployment stays.',
    zero: ['searchFromBenefits'],
    levers: ['benefitCoverage', 'benefitReplacement'],
    stays: ['unemploymentNormal'],
  },
  {
    name: 'longer search and jobs',
    says: 'Where others take every job that longer search leaves, normal unemployment stays.',
    zero: ['jobsLeft'],
    levers: ['benefitCoverage', 'benefitReplacement'],
    stays: ['unemploymentNormal'],
  },
  {
    name: 'robots and digital equipment',
    says: 'Where robots are no part of digital equipment, a subsidy on them leaves the digital index.',
    zero: ['robotsInDigital', 'skillElasticity'],
    levers: ['robotSubsidy', 'directedInvestment'],
    stays: ['digital'],
  },
  {
    name: 'farms',
    says: 'Where modernisation has no return, harvests stay.',
    zero: ['farmReturn'],
    levers: ['farmModernisation'],
    stays: ['grain', 'primaryOutput'],
  },
  {
    name: 'ownership',
    says: 'Where mixed firms are no better, the productivity of ownership stays.',
    zero: ['mixedGain'],
    levers: ['mixedOwnershipPace'],
    stays: ['ownershipEffect'],
  },
  {
    name: 'fertility',
    says: 'Where parents answer neither money, homes nor places, no policy moves fertility.',
    zero: ['fertilityFromAllowance', 'fertilityFromCare', 'fertilityFromAffordability', 'fertilityFromConfidence'],
    levers: ['childAllowance', 'childAllowanceYears', 'childcarePlaces', 'directPayment', 'publicInvestment'],
    stays: ['fertility'],
  },
  {
    name: 'people and money',
    says: 'Where moves, births and deaths answer nothing, money moves no life.',
    zero: [
      'migrationResponse',
      'mortalityFromAir',
      'fertilityFromAllowance',
      'fertilityFromCare',
      'fertilityFromAffordability',
      'fertilityFromConfidence',
    ],
    levers: [
      'directPayment',
      'voucherProgramme',
      'publicInvestment',
      'extraTransfers',
      'propertyTaxRate',
      'borrowingCap',
    ],
    stays: people,
  },
  {
    name: 'equalisation',
    says: 'Where transfers fill no gap, what an area earns does not move its formula.',
    zero: ['equalisationShare'],
    levers: ['taxReliefShare', 'publicInvestment', 'tradeTariff', 'directPayment'],
    stays: ['formulaTransfers'],
  },
  {
    name: 'room and spending',
    says: 'Where spending does not follow room, transfers move no plan.',
    zero: ['spendingFromRoom'],
    levers: ['extraTransfers', 'taxReliefShare'],
    stays: ['investmentFactor', 'purchasesFactor'],
  },
  {
    name: 'contagion',
    says: 'Where lenders ask no more for distrust, debt or stress, a haircut makes no new debt dearer.',
    zero: ['spreadFromContagion', 'vehicleSpreadSlope', 'stressPremium'],
    levers: ['vehicleHaircut'],
    stays: ['vehicleRateNew'],
  },
]

const relationOf = ({ name, says, zero, levers: moved, stays = watched }: Channel): Relation => ({
  name: `channel ${name}`,
  says,
  broken: ({ input, uniform }: Case) => {
    const assumptions = Object.fromEntries(zero.map(parameter => [parameter, 0]))
    const rest = Object.fromEntries(Object.entries(input.policy).filter(([lever]) => !moved.includes(lever)))
    const set: Policy = Object.fromEntries(
      moved.map(lever => {
        const [low, high] = levers.get(lever)!.bounds
        return [lever, { value: low + uniform(`${name} ${lever}`) * (high - low), start: 2026, ramp: 0 }]
      }),
    )
    const without = runUsual({ ...input, assumptions, policy: rest }, stays)
    const under = runUsual({ ...input, assumptions, policy: { ...rest, ...set } }, stays)
    return difference(without, under, { names: stays, tolerance: 0 })
  },
})

export const channelRelations = (): Relation[] => channels.map(relationOf)
