/** X16: a region in which nothing moves comes to rest. */

import { describe, expect, it } from 'vitest'
import type { Finding } from './findings-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { smallVariables } from './small-variables-fixture.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { createSimulator } from '../engine/run.ts'
import type { Declaration, Model } from '../language/declare.ts'
import { model } from './index.ts'
import { areas, groups, always, percent, heldTo } from './extreme-fixture.ts'

const findings: Finding[] = (
  [
    ['deposits over output in CN-LN', 0.3761],
    ['deposits over output in CN-JL', 0.2509],
    ['deposits over output in CN-HL', 0.1499],
    ['consumption over output in CN-LN', 0.2548],
    ['consumption over output in CN-JL', 0.1544],
    ['consumption over output in CN-HL', 0.1228],
  ] as const
).map(([what, measured]) => ({
  id: 'X16',
  what: `${what}, % a year`,
  measured,
  room: measured / 3,
  reason:
    'State firms borrow to pay interest up to the line of their owner, and what they pay is income and wealth of ' +
    'others: after a hundred years this has not come to an end, as targets of wealth follow what people have.',
}))

findings.push({
  id: 'X16',
  what: 'wealth in CN-LN, times output',
  measured: 6.167,
  room: 0.2,
  reason: 'Deposits still grow after a hundred years, as above: by .4 % of output a year.',
})

const { requireWithin, unused } = heldTo(findings)

describe('X16: a region at rest', () => {
  // People stay as they are, in the nation too: nobody is born, ages, moves or dies, and emigrants stay as many.
  const people = ['population', 'emigrants', 'nationalCohorts']
  const identitiesOfPeople = ['peopleBalance', 'peopleBySexBalance']
  const still = (name: string, declaration: Declaration): Declaration => {
    if (declaration.kind !== 'stock' || !people.includes(name)) return declaration
    const { inflow: _in, outflow: _out, ageing: _ageing, newborn: _newborn, ...rest } = declaration
    return rest
  }
  const atRest: Model = {
    ...model,
    sectors: model.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations)
          .filter(([name]) => !identitiesOfPeople.includes(name))
          .map(([name, declaration]) => [name, still(name, declaration)]),
      ),
    })),
  }
  const open = openRegion('northeast', { model: atRest })
  const constant = (value: number) => ({ points: [[open.region.start, value] as const] })
  const everywhere = (name: string, value: number) => ({
    [name]: { ...open.region.values[name]!, values: open.region.values[name]!.values.map(() => value) },
  })
  const region16 = {
    ...open.region,
    // A balanced public start: with the actual deficits and interest above growth, debt explodes, and rightly.
    values: {
      ...open.region.values,
      ...everywhere('deficitShareStart', -0.012),
      ...everywhere('vehicleDebtStart', 20),
      // Capital of the nation stands still as its output does.
      ...everywhere('nationalCapitalGrowthStart', 0),
      ...everywhere('nationalInvestmentShareStart', open.region.paths['nationalInvestmentShare']!.points.at(-1)![1]),
    },
    paths: {
      // As they end, but for growth.
      ...Object.fromEntries(
        Object.entries(open.region.paths).map(([name, { points }]) => [name, constant(points.at(-1)![1])]),
      ),
      ...Object.fromEntries(
        Object.keys(open.region.paths)
          .filter(name => /Growth(Beyond|Expected)?$|Inflation$/.test(name))
          .map(name => [name, constant(0)]),
      ),
      bondQuotaByArea: constant(1),
      centralInvestmentShare: constant(0),
      refinancingCalendar: constant(0),
      nationalTransferPool: constant(1),
      nationalLocalRevenue: constant(1),
      nationalCredit: constant(0),
    },
  }
  const { start } = open.region
  const end = start + 100
  const century = createSimulator(open.program, region16, { end, stepsPerYear: 4 })
  const noGrowth = [
    'growthGap',
    'catchUp',
    'technologyFromDigital',
    'technologyFromBusiness',
    'mortalityImprovement',
    'transferShareTrend',
    'energySaving',
    'renewableGain',
    'migrationLevel',
    'agricultureDecline',
    'worldGrowth',
    'oilDecline',
    'purchasesGrowth',
    'healthCostGrowth',
    'residentPensionGrowth',
    'robotTrend',
    'robotPriceFall',
    'grainYieldGrowth',
    'nationalVacancyRise',
    'nationalParticipationGain',
  ]
  const { audit, ...recorded } = century.run({
    assumptions: { ...Object.fromEntries(noGrowth.map(name => [name, 0])), debtBrakeSlope: 1 },
    policy: always({ retirementSpeed: 0, mixedOwnershipPace: 0 }),
    record: smallVariables(open.program),
    audit: true,
  })
  const run = readRun({ audit, ...recorded })
  const wealth = (name: string) => (year: number, area: string) =>
    groups.reduce((sum, group) => sum + run.mean(name, year, area, group), 0) / run.mean('nominalOutput', year, area)
  /** The wealth that households aim at, times output. */
  const target = (year: number, area: string): number =>
    groups.reduce(
      (sum, group) =>
        sum + run.mean('wealthTargetNow', year, area, group) * run.mean('expectedDisposableIncome', year, area, group),
      0,
    ) / run.mean('nominalOutput', year, area)
  const plain = (name: string) => (year: number, area: string) => run.mean(name, year, area)

  it('closes its accounts for a century', () => {
    expect(audit!.largestResidual).toBeLessThan(1e-9)
  })

  it.each([
    ['utilisation', plain('utilisation')],
    ['output', plain('output')],
    ['consumption over output', plain('consumptionToGdp')],
    ['deposits over output', wealth('deposits')],
  ])('moves by less than a thousandth a year in the last twenty: %s', (what, value) => {
    for (const area of areas) {
      const drift = percent(value(end - 1, area), value(end - 20, area)) / 19
      requireWithin('X16', `${what} in ${area}, % a year`, drift, -0.1, 0.1)
    }
  })

  it('ends with the wealth that its saving rules imply', () => {
    for (const area of areas) {
      const [deposits, claims] = ['deposits', 'outsideClaims'].map(name => wealth(name)(end - 1, area)) as [
        number,
        number,
      ]
      // Above what the target of the start implies by what the last target is above it.
      const beyond = target(end - 1, area) - target(start, area)
      requireWithin('X16', `wealth in ${area}, times output`, deposits + claims - beyond, 2.8 + 0.4, 4.8 + 1.1)
      requireWithin('X16', `claims outside in ${area}, of wealth`, claims / (deposits + claims), 0.1, 0.25)
    }
  })
})

describe('the findings', () => {
  it('are all spoken of', () => {
    expect(unused()).toEqual([])
  })
})
