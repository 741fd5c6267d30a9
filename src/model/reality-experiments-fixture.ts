/**
 * The experiments R1-R20: runs of a region under a model with one thing changed, and how they are compared. Experiments
 * start in 2026 and come at once; numbers are for the region as a whole.
 */

import type { OpenRegion } from '../analysis/region/simulation.ts'
import { memberInput } from '../engine/ensemble.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import { createSimulator, type RunInput } from '../engine/run.ts'
import type { Policy } from '../engine/scenario.ts'
import type { ShockSeries } from '../engine/shocks.ts'
import type { Model } from '../language/declare.ts'
import { smallVariables } from './small-variables-fixture.ts'

type Levers = Readonly<Record<string, number>>
const between = (levers: Levers, start: number, end?: number): Policy =>
  Object.fromEntries(
    Object.entries(levers).map(([name, value]) => [
      name,
      { value, start, ramp: 0, ...(end === undefined ? {} : { end }) },
    ]),
  )
const fromNowOn = (levers: Levers): Policy => between(levers, 2026)
const forOneYear = (levers: Levers): Policy => between(levers, 2026, 2027)
const forTenYears = (levers: Levers): Policy => between(levers, 2026, 2036)

/** Half of the money comes from the centre, half from bonds beyond the quota: as packages are financed. */
const halfCentreHalfBonds: Levers = { financedByCentre: 0.5, financedByBonds: 0.5 }
const allFromCentre: Levers = { financedByCentre: 1 }
const allFromBonds: Levers = { financedByBonds: 1 }

export const percent = (changed: number, before: number): number => (changed / before - 1) * 100

/** Another law needs another model, with which the same region is opened. */
export const experimentsOn = (open: OpenRegion, openWith: (model: Model) => OpenRegion) => {
  const { region, program, simulator } = open
  const model = open.linked.source
  const { areas } = region
  const watched = smallVariables(program)

  const experiment = (input: Omit<RunInput, 'record'>): Reader => readRun(simulator.run({ ...input, record: watched }))
  const baseline = experiment({})

  const overAreas = (value: (area: string) => number): number => areas.reduce((sum, area) => sum + value(area), 0)
  /** Sum of a variable of areas over the region, mean of a year. */
  const total = (reading: Reader, name: string, year: number): number =>
    overAreas(area => reading.mean(name, year, area))

  const inPercent = (name: string, year: number, changed: Reader, against = baseline): number =>
    percent(changed.mean(name, year), against.mean(name, year))
  const inPercentOfAll = (name: string, year: number, changed: Reader, against = baseline): number =>
    percent(total(changed, name, year), total(against, name, year))
  const inPoints = (name: string, year: number, changed: Reader, against = baseline): number =>
    (changed.mean(name, year) - against.mean(name, year)) * 100
  const atYearEndInPoints = (name: string, year: number, changed: Reader, against = baseline): number =>
    (changed.last(name, year) - against.last(name, year)) * 100
  const atOnceInPercent = (name: string, changed: Reader, time = 2026): number =>
    percent(changed.at(name, time), baseline.at(name, time))
  const output = (year: number, changed: Reader, against = baseline): number =>
    inPercent('regionOutput', year, changed, against)
  /** Change of a sum over areas, in per cent of output. */
  const inPercentOfOutput = (name: string, year: number, changed: Reader, against = baseline): number =>
    ((total(changed, name, year) - total(against, name, year)) / against.mean('regionOutput', year)) * 100

  // R1
  const investment = experiment({ policy: fromNowOn({ publicInvestment: 1, ...halfCentreHalfBonds }) })
  const investmentWithoutMoney = experiment({ policy: fromNowOn({ publicInvestment: 1 }) })

  // R2
  const investmentForOneYear = experiment({ policy: forOneYear({ publicInvestment: 1, ...halfCentreHalfBonds }) })

  // R3: 690 yuan a person, or 500 yuan a month on resident pensions, are 1 % of output
  const payments = experiment({ policy: fromNowOn({ directPayment: 690, ...halfCentreHalfBonds }) })
  const pensions = experiment({ policy: fromNowOn({ residentTopUp: 500, ...halfCentreHalfBonds }) })

  // R4
  const benefits = experiment({ policy: fromNowOn({ benefitCoverage: 45, ...halfCentreHalfBonds }) })
  /** The same without money from outside, as the first specification had it. */
  const benefitsWithoutMoney = experiment({ policy: fromNowOn({ benefitCoverage: 45 }) })
  const perYuan = (reading: Reader, outlay: string): number =>
    output(2026, reading) / inPercentOfOutput(outlay, 2026, reading)

  // R5, R6: a country without any retirement reform needs another law, so another model
  const withoutReform: Model = {
    ...model,
    sectors: model.sectors.map(sector => {
      const { retirementSpeedYears } = sector.declarations
      if (retirementSpeedYears?.kind !== 'equation') return sector
      return {
        ...sector,
        declarations: { ...sector.declarations, retirementSpeedYears: { ...retirementSpeedYears, text: '0{year}' } },
      }
    }),
  }
  const oldLaw = openWith(withoutReform)
  const underOldLaw = (input: Omit<RunInput, 'record'>): Reader =>
    readRun(oldLaw.simulator.run({ ...input, record: watched }))
  const noReform = underOldLaw({})
  const fiveYears = underOldLaw({ policy: fromNowOn({ retirementAge: 5 }) })
  const support = (reading: Reader, year: number): number => reading.mean('regionContributorsPerPensioner', year)

  // R7
  const robotSubsidy = experiment({ policy: fromNowOn({ robotSubsidy: 25 }) })
  const robotsPerThousand = (reading: Reader, year: number): number =>
    overAreas(area => reading.mean('robots', year, area, 'state') + reading.mean('robots', year, area, 'private')) /
    reading.mean('regionEmployed', year)
  const moreRobots = (year: number): number => robotsPerThousand(robotSubsidy, year) - robotsPerThousand(baseline, year)

  // The same without the money: robots that stand there one day
  const robotsAtOnce = experiment({
    afterStart: Object.fromEntries(
      areas.flatMap(area =>
        ['state', 'private'].map(firm => [
          `robots[${area}, ${firm}]`,
          1.25 * baseline.at('robots', region.start, area, firm),
        ]),
      ),
    ),
  })
  const moreRobotsAtOnce = (year: number): number =>
    robotsPerThousand(robotsAtOnce, year) - robotsPerThousand(baseline, year)

  // R8: births are fifteen years from work, so this one needs a longer run
  const untilWork = createSimulator(program, region, { end: 2046, stepsPerYear: 4 })
  const longRun = (policy: Policy): Reader => readRun(untilWork.run({ policy, record: watched }))
  const longBaseline = longRun({})
  const childCash = longRun(fromNowOn({ childAllowance: 3.6 + 25 }))
  /** Total fertility, mean over the areas by residents. */
  const fertility = (year: number): number =>
    overAreas(
      area =>
        percent(childCash.mean('fertility', year, area), longBaseline.mean('fertility', year, area)) *
        longBaseline.mean('residentsTotal', year, area),
    ) / total(longBaseline, 'residentsTotal', year)
  const workingAge = (reading: Reader): number =>
    total(reading, 'residents20to39', 2044) + total(reading, 'residents40to59', 2044)

  // R9
  const nobodyMoves = experiment({ assumptions: { migrationLevel: 0 } })

  // R10
  const russiaDoubles = experiment({ assumptions: { russiaDemandTest: 2 } })

  // R11
  const cheaperHomes = experiment({
    afterStart: Object.fromEntries(
      areas.map((area, at) => [`housePrice[${area}]`, 0.9 * region.values.housePriceStart!.values[at]!]),
    ),
  })
  /** 0.1 % of output in per cent of land revenue, of consumption. */
  const roomIn = (name: string): number =>
    baseline.mean('regionOutput', region.start) / baseline.mean(name, region.start) / 10

  // R12: half of the debt in one quarter
  const swap = experiment({ policy: between({ swapPace: 200 }, 2026, 2026.25) })
  const interest = (reading: Reader, time: number): number =>
    overAreas(area => reading.at('augmentedInterest', time, area))
  /** Half of the debt of each area times the distance from its rate to that of the bonds issued for it. */
  const worthOfHalf = overAreas(
    area =>
      0.5 *
      baseline.at('vehicleDebt', 2026, area) *
      (baseline.at('vehicleStockRate', 2026, area) - baseline.at('bondRateNew', 2026, area)),
  )

  // R13: the baseline has the cap of 3 %; the experiment is the freedom of before
  const oldCap = experiment({ policy: between({ borrowingCap: 10 }, region.start) })

  // R14
  const ownership = experiment({ policy: forTenYears({ mixedOwnershipPace: 6, restructuring: 0.8 }) })

  // R15
  const cheaperMortgages = experiment({ policy: fromNowOn({ mortgageRateChange: -1 }) })
  const homeSales = (reading: Reader, time: number): number => overAreas(area => reading.at('homeSales', time, area))

  // R16
  const culture = experiment({ policy: forTenYears({ cultureProgramme: 0.35, ...halfCentreHalfBonds }) })
  /** The same without money from outside, as the first specification had it. */
  const cultureWithoutMoney = experiment({ policy: forTenYears({ cultureProgramme: 0.35 }) })
  /** Effect of any spending of the same size on output in its second year (R1). */
  const normalSpending = (): number => 0.25 * output(2027, investment)

  // R17
  const chipControls = experiment({ policy: fromNowOn({ chipRestriction: 1 }) })

  // R18: the nation grows a point slower for two years and does not catch up
  const slower = (from: number, steps: number, drawn?: ShockSeries): ShockSeries => {
    const before = drawn?.get('nationalGrowthShock')
    const growth = Float64Array.from({ length: steps }, (_, step) => {
      const time = region.start + step / 4
      return (before?.[step] ?? 0) - (time >= from && time < from + 2 ? 0.01 : 0)
    })
    return new Map([...(drawn ?? []), ['nationalGrowthShock', growth]])
  }
  const slowNation = experiment({ shocks: slower(2026, simulator.steps) })
  /**
   * Recessions (two falling quarters in a row) in 2036-37 over the draws, with and without a slower nation in these
   * years. Earlier the region grows too fast for either to have any.
   */
  const recessionRatio = (): number => {
    const until2038 = createSimulator(program, region, { end: 2038, stepsPerYear: 4 })
    const members = 200
    const draw = memberInput(program.model, until2038, { seed: 18, members })
    const hasRecession = (input: Omit<RunInput, 'record'>): boolean => {
      const path = until2038
        .run({ ...input, record: ['regionOutput'] })
        .series.get('regionOutput')!
        .values.subarray((2036 - region.start) * 4 - 1)
      return path.some((value, at) => at > 1 && value < path[at - 1]! && path[at - 1]! < path[at - 2]!)
    }
    let usual = 0
    let slow = 0
    for (let member = 0; member < members; member++) {
      const drawn = draw(member)
      if (hasRecession(drawn)) usual++
      if (hasRecession({ ...drawn, shocks: slower(2036, until2038.steps, drawn.shocks) })) slow++
    }
    return slow / usual
  }

  // R19: the path of travel is raised by a quarter for the four quarters of 2026
  const revival = simulator.run({ record: ['tourismRevival'] }).series.get('tourismRevival')!.values
  const manyVisitors = createSimulator(
    program,
    {
      ...region,
      paths: {
        ...region.paths,
        tourismRevival: {
          points: Array.from({ length: simulator.steps }, (_, step): [number, number] => {
            const time = region.start + step / 4
            return [time, revival[step]! * (time >= 2026 && time < 2027 ? 1.25 : 1)]
          }),
        },
      },
    },
    simulator.horizon,
  )
  const visitors = readRun(manyVisitors.run({ record: watched }))

  // R20
  const paidByCentre = experiment({ policy: fromNowOn({ publicInvestment: 1, ...allFromCentre }) })
  const paidByBonds = experiment({ policy: fromNowOn({ publicInvestment: 1, ...allFromBonds }) })
  const moreDebt = (year: number): number => atYearEndInPoints('regionDebtToGdp', year, paidByBonds, paidByCentre)
  return {
    baseline,
    total,
    inPercent,
    inPercentOfAll,
    inPoints,
    atYearEndInPoints,
    atOnceInPercent,
    output,
    inPercentOfOutput,
    investment,
    investmentWithoutMoney,
    investmentForOneYear,
    payments,
    pensions,
    benefits,
    benefitsWithoutMoney,
    perYuan,
    noReform,
    fiveYears,
    support,
    robotSubsidy,
    moreRobots,
    robotsAtOnce,
    moreRobotsAtOnce,
    longBaseline,
    childCash,
    fertility,
    workingAge,
    nobodyMoves,
    russiaDoubles,
    cheaperHomes,
    roomIn,
    swap,
    interest,
    worthOfHalf,
    oldCap,
    ownership,
    cheaperMortgages,
    homeSales,
    culture,
    cultureWithoutMoney,
    normalSpending,
    chipControls,
    slowNation,
    recessionRatio,
    visitors,
    paidByCentre,
    paidByBonds,
    moreDebt,
  }
}
