/** Drivers from outside and from the region's own people move what they must, the way they must. */

import { createSimulator } from '../../engine/run.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import {
  areas,
  type Case,
  difference,
  horizonEnd,
  type Input,
  open,
  type Relation,
  runOn,
  runUsual,
  totalOf,
  wrongWay,
} from './cases-fixture.ts'

const { region, simulator } = open
const { start } = region

interface Driver {
  readonly name: string
  readonly says: string
  readonly change: (one: Case) => Input
  readonly outcomes: ReadonlyArray<readonly [name: string, sign: 1 | -1, from: number, to: number]>
}

/** Scales and tests of the model; 1 in a run without them. */
const assume =
  (assumptions: Assumptions) =>
  ({ input }: Case): Input => ({ ...input, assumptions })

const shockedBy =
  (name: string, amount: number) =>
  ({ input }: Case): Input => ({
    ...input,
    shocks: new Map(
      [...input.shocks!].map(([shock, drawn]) => [shock, shock === name ? drawn.map(one => one + amount) : drawn]),
    ),
  })

const drivers: readonly Driver[] = [
  {
    name: 'growth of the nation',
    says: 'When the nation grows half a point faster, the region sells more to it and produces more.',
    change: shockedBy('nationalGrowthShock', 0.005),
    outcomes: [
      ['exportsNation', 1, start + 1, 2034],
      ['output', 1, 2032, 2034],
    ],
  },
  {
    name: 'prices of the nation',
    says: 'When prices elsewhere rise a point a year faster, those of the region are higher.',
    change: shockedBy('nationalInflationShock', 0.01),
    outcomes: [['price', 1, 2026, 2034]],
  },
  {
    name: 'homes of the nation',
    says: 'When homes elsewhere rise by two points a year more, those of the region are dearer, and so is land.',
    change: shockedBy('nationalHousePriceShock', 0.02),
    outcomes: [
      ['housePrice', 1, 2026, 2034],
      ['landPrice', 1, 2026, 2034],
    ],
  },
  {
    name: 'fertility',
    says: 'When women have a tenth more children, more are born and more people live here.',
    change: assume({ fertilityLevel: 1.1 }),
    outcomes: [
      ['births', 1, start, start + 2],
      ['residentsTotal', 1, 2034, 2034],
    ],
  },
  {
    name: 'mortality',
    says: 'When a tenth more die at each age, fewer are old and fewer live here.',
    change: assume({ mortalityLevel: 1.1 }),
    outcomes: [
      ['residents65', -1, 2034, 2034],
      ['residentsTotal', -1, 2034, 2034],
    ],
  },
  {
    name: 'interest',
    says: 'When all rates are a fifth higher, governments and their LGFVs pay more interest.',
    change: assume({ interestLevel: 1.2 }),
    outcomes: [['augmentedInterest', 1, start, start + 3]],
  },
  {
    name: 'transfers',
    says: 'When transfers are a tenth higher, public spending is higher.',
    change: assume({ transferLevel: 1.1 }),
    outcomes: [
      ['purchasesReal', 1, 2026, 2029],
      ['publicInvestmentReal', 1, 2026, 2029],
    ],
  },
  {
    name: 'imports',
    says: 'When each yuan spent buys a tenth more elsewhere, output is lower at once.',
    change: assume({ importTest: 1.1 }),
    outcomes: [['output', -1, start, start]],
  },
  {
    name: 'demand from Russia',
    says: 'When Russia buys half as much again, exports and output are higher at once.',
    change: assume({ russiaDemandTest: 1.5 }),
    outcomes: [
      ['exportsRussia', 1, start, start],
      ['output', 1, start, start],
    ],
  },
  {
    name: 'visitors',
    says: 'When a fifth more visitors want to come, more come and output is higher at once.',
    change: assume({ tourismTest: 1.2 }),
    outcomes: [
      ['tourism', 1, start, start],
      ['output', 1, start, start],
    ],
  },
  {
    name: 'hidden debt',
    says: 'When LGFVs owe a tenth more at the start, they owe more and pay more interest years later.',
    change: ({ input }) => ({
      ...input,
      sampled: new Map(
        [...input.sampled].map(([name, value]) => [name, name === 'vehicleDebtFactor' ? 1.1 * value : value]),
      ),
    }),
    outcomes: [
      ['augmentedDebt', 1, start, start + 3],
      ['augmentedInterest', 1, start, start + 3],
    ],
  },
  {
    name: 'cheaper homes',
    says: 'When homes lose a tenth of their price after the start, land brings less in the first year.',
    change: ({ input }) => ({
      ...input,
      afterStart: Object.fromEntries(
        areas.map((area, at) => [`housePrice[${area}]`, 0.9 * region.values['housePriceStart']!.values[at]!]),
      ),
    }),
    outcomes: [['landRevenue', -1, start, start]],
  },
  {
    name: 'more robots',
    says: 'When firms have half as many robots again after the start, capacity is higher at once.',
    change: ({ input }) => ({
      ...input,
      afterStart: Object.fromEntries(
        areas.flatMap((area, at) =>
          ['state', 'private'].map((firm, place) => [`robots[${area}, ${firm}]`, 1.5 * robots[2 * at + place]!]),
        ),
      ),
    }),
    outcomes: [['capacity', 1, start, start]],
  },
]
const robots = simulator.run({ record: ['robots'] }).series.get('robots')!.values

const relationOf = ({ name, says, change, outcomes }: Driver): Relation => ({
  name: `driver ${name}`,
  says,
  broken: one => {
    const after = runUsual(
      change(one),
      outcomes.map(([outcome]) => outcome),
    )
    for (const [outcome, sign, from, to] of outcomes) {
      const wrong = wrongWay(outcome, totalOf(one.usual, outcome, from, to), totalOf(after, outcome, from, to), sign)
      if (wrong !== undefined) return wrong
    }
    return undefined
  },
})

const dearerOil = createSimulator(
  open.program,
  {
    ...region,
    paths: {
      ...region.paths,
      oilPrice: {
        ...region.paths['oilPrice']!,
        points: region.paths['oilPrice']!.points.map(([time, value]) => [time, 1.2 * value] as const),
      },
    },
  },
  { end: horizonEnd, stepsPerYear: 4 },
)

export const driverRelations = (): Relation[] => [
  ...drivers.map(relationOf),
  {
    name: 'driver oil price',
    says: 'When oil is a fifth dearer, its value added and the oil levy are higher, and no tonne more is pumped.',
    broken: ({ input, usual }) => {
      const after = runOn(dearerOil, input, ['oilValueAdded', 'oilLevy', 'crudeOil'])
      const value = wrongWay(
        'oilValueAdded',
        totalOf(usual, 'oilValueAdded', 2026),
        totalOf(after, 'oilValueAdded', 2026),
        1,
      )
      const levy = wrongWay('oilLevy', totalOf(usual, 'oilLevy', 2026), totalOf(after, 'oilLevy', 2026), 1)
      return value ?? levy ?? difference(usual, after, { names: ['crudeOil'], tolerance: 0 })
    },
  },
  {
    name: 'driver migration',
    says: 'Where nobody moves, people change by births and deaths alone.',
    broken: ({ input }) => {
      const after = runUsual({ ...input, assumptions: { migrationLevel: 0 } }, ['netMigration'])
      const moved = after.series.get('netMigration')!.values.some(value => value !== 0)
      return moved ? 'somebody moved' : undefined
    },
  },
]
