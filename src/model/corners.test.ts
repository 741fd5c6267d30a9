/**
 * Every two levers at their bounds, in the shipped region: twelve outcomes stay within the range of what economies have
 * seen, and no value is missing. Beyond evidence nothing may go without a word.
 */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { sideBySideOf } from '../cli/threads/wasm-module.ts'
import { allRuns } from '../engine/run/many.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import { defaultStart, leversOf, type Policy, standardAt } from '../engine/scenario.ts'

const open = openRegion('northeast')
const { areas, start } = open.region
const years = Array.from({ length: open.simulator.horizon.end - start - 1 }, (_, at) => start + 1 + at)

type Seen = (run: Reader, year: number, area: string) => number
const level =
  (name: string): Seen =>
  (run, year, area) =>
    run.mean(name, year, area)
const ratio =
  (name: string, over: string): Seen =>
  (run, year, area) =>
    run.mean(name, year, area) / run.mean(over, year, area)
const growth =
  (name: string): Seen =>
  (run, year, area) =>
    run.mean(name, year, area) / run.mean(name, year - 1, area) - 1

/** The ranges, with the economies that mark them (remembered, but for those with an address). */
const ranges: ReadonlyArray<readonly [outcome: string, of: Seen, least: number, most: number]> = [
  // South Korea .72 in 2023; East Asia has nowhere come back above 1.5 (World Bank, SP.DYN.TFRT.IN).
  ['births per woman', level('fertility'), 0.5, 1.5],
  // Czechia 2.0 in 2019; surveys of the Northeast in the 1990s, with those sent home, some 15.
  ['unemployment', level('unemploymentRate'), 0.02, 0.15],
  // Japan -1.4 in 2009; China 5.9 in 2008.
  ['growth of consumer prices', growth('consumerPrice'), -0.03, 0.06],
  // Liaoning -2.5 in 2016, some provinces below -5 in 2020; Liaoning 14 in 2007.
  ['growth of output', growth('output'), -0.1, 0.14],
  // Public debt of Japan 2.4 in 2022.
  ['debt over output', ratio('augmentedDebt', 'nominalOutput'), 0.2, 2.4],
  // Heilongjiang .12 today; all pensions of Greece .18 in 2012.
  ['pension gap over output', ratio('pensionGap', 'nominalOutput'), -0.02, 0.25],
  // OECD, household savings: Greece -.15 in 2011, China .35.
  ['saving rate', level('savingRate'), 0.05, 0.5],
  // Spain -.37 from 2007 to 2013, in the worst year -.14; China's dearest cities .3 in 2016.
  ['growth of house prices', growth('housePrice'), -0.2, 0.3],
  // Latvia -.024 in 2010; Guangdong .03 in the 2000s.
  ['growth of the population', growth('residentsTotal'), -0.025, 0.025],
  // Greece -.1 in 2012; China .18 in 2008.
  ['growth of the wage', growth('wage'), -0.12, 0.18],
  // OECD, net migration of regions: rarely beyond a fiftieth of the residents in a year.
  ['net migration over residents', ratio('netMigration', 'residentsTotal'), -0.02, 0.02],
  // East Asia in the crisis of 1998, -.12 at the worst; China .12.
  ['growth of consumption per head', growth('realConsumptionPerHead'), -0.12, 0.12],
]
/**
 * Beyond the range for a reason: 60,000 yuan a year for every child under 18 are 7 % of output, where no country of the
 * OECD pays families 4 (family database, PF1.1); what is paid is spent in the year in which it begins.
 */
const known = ['growth of consumption per head: childAllowance=60 childAllowanceYears=18']

const recorded = [
  'fertility',
  'unemploymentRate',
  'consumerPrice',
  'output',
  'augmentedDebt',
  'nominalOutput',
  'pensionGap',
  'savingRate',
  'housePrice',
  'residentsTotal',
  'wage',
  'netMigration',
  'realConsumptionPerHead',
]

const corners = [...leversOf(open.linked)].flatMap(([name, { bounds, standard }]) =>
  name.includes('[')
    ? []
    : bounds.filter(bound => bound !== standardAt(standard, defaultStart)).map(value => ({ name, value })),
)
const pairs = corners.flatMap((one, at) =>
  corners.slice(at + 1).flatMap(other => (other.name === one.name ? [] : [[one, other]])),
)
const policyOf = (pair: (typeof pairs)[number]): Policy =>
  Object.fromEntries(pair.map(({ name, value }) => [name, { value }]))

describe('two levers at their bounds', { tags: ['thorough'] }, () => {
  it('leave twelve outcomes where economies have been', () => {
    expect(pairs.length).toBeGreaterThan(3_000)
    const { runMany } = sideBySideOf(open)
    const beyond = new Map<string, string>()
    const together = 400
    for (let from = 0; from < pairs.length; from += together) {
      const some = pairs.slice(from, from + together)
      const runs = allRuns(
        runMany(
          some.map(pair => ({ policy: policyOf(pair), assumptions: {} })),
          recorded,
        ),
      )
      for (const [at, one] of runs.entries()) {
        const run = readRun(one)
        for (const [outcome, of, least, most] of ranges)
          for (const year of years)
            for (const area of areas) {
              const value = of(run, year, area)
              if (value >= least && value <= most) continue
              const where = some[at]!.map(({ name, value: bound }) => `${name}=${bound}`).join(' ')
              const key = `${outcome}: ${where}`
              if (!beyond.has(key)) beyond.set(key, `${value} in ${year}, ${area}`)
            }
      }
    }
    expect([...beyond.keys()]).toEqual(known)
  })
})
