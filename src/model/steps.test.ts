/** A22-A24: half the time step, the same seed, and numbers that are numbers. */

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { complaint, type Expectation, type Finding, unusedFindings } from './findings-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { thoroughly } from '../thorough-fixture.ts'
import { linked, simulator, region, areas, type Input, valuesOf, eachStep, draws } from './accounts-fixture.ts'

const findings: Finding[] = [
  {
    id: 'A22',
    what: 'unemployment',
    measured: 1.233,
    room: 0.25,
    reason:
      'Heilongjiang in 2032, where it turns: use of capacity differs by .27 %, jobs answer it by half, and of 100 ' +
      'people 4 are out of work: .05 points.',
  },
  {
    id: 'A22',
    what: 'home sales',
    measured: 0.5262,
    room: 0.1,
    reason: 'Heilongjiang in 2035: incomes and the risk that workers feel follow unemployment.',
  },
  {
    id: 'A22',
    what: 'land revenue',
    measured: 2.134,
    room: 0.3,
    reason:
      'Heilongjiang in 2036: the starts for which land is bought differ by 1.2 %, its price by .7 and the success of ' +
      'auctions by .3.',
  },
  {
    id: 'A22',
    what: 'housing starts',
    measured: 1.007,
    room: 0.15,
    reason:
      'Heilongjiang in 2037: sales differ by .5 % in 2035, and starts answer them by what is expected, by months of ' +
      'supply and by liquidity, and by the margin over building cost.',
  },
  {
    id: 'A22',
    what: 'bank losses',
    measured: 0.8077,
    room: 0.15,
    reason:
      'Heilongjiang in 2032: loans of firms, four fifths of what is written off, differ, because profits follow use ' +
      'of capacity, which differs by .3 %.',
  },
]

describe('A22: half the time step', () => {
  const watched = ['nominalOutput', 'debtClosing']
  const outcomes = {
    output: 'output',
    'output at current prices': 'nominalOutput',
    residents: 'residentsTotal',
    unemployment: 'unemploymentRate',
    consumption: 'consumption',
    wage: 'wage',
    'price level': 'price',
    'house price': 'housePrice',
    'home sales': 'homeSales',
    'housing starts': 'homeStarts',
    'land revenue': 'landRevenue',
    'own revenue': 'ownRevenue',
    'pension gap': 'pensionGap',
    'bank losses': 'bankLosses',
  }
  const record = [...watched, ...Object.values(outcomes)]
  const quarters = readRun(simulator.run({ record }))
  const eighths = readRun(openRegion('northeast', { stepsPerYear: 8 }).simulator.run({ record }))
  type Read = (run: typeof quarters, year: number, area: string) => number
  /** The largest change of a yearly figure over the areas and the years to 2040, per cent. */
  const change = (read: Read): number =>
    Math.max(
      ...areas.flatMap(area =>
        Array.from({ length: 2041 - region.start }, (_, at) => region.start + at).map(
          year => Math.abs(read(eighths, year, area) / read(quarters, year, area) - 1) * 100,
        ),
      ),
    )
  const debtToOutput: Read = (run, year, area) =>
    run.last('debtClosing', year, area) / run.mean('nominalOutput', year, area)
  const measured: ReadonlyArray<readonly [what: string, change: number]> = [
    ...Object.entries(outcomes).map(
      ([what, name]) => [what, change((run, year, area) => run.mean(name, year, area))] as const,
    ),
    ['debt at the end of the year over its output', change(debtToOutput)],
  ]
  const levels = measured.map(([what, value]): readonly [Expectation, number] => [
    { id: 'A22', what, from: 0, to: 0.5 },
    value,
  ])

  it.each(levels)('changes no yearly figure to 2040 by more than half a per cent: $what', (expectation, value) => {
    expect(complaint(expectation, value, findings)).toBe('')
  })

  it('has no finding of which no level speaks', () => {
    const expectations = levels.map(([expectation]) => expectation)
    expect(unusedFindings(expectations, findings)).toEqual([])
  })
})

describe('A23: the same seed', () => {
  const golden = fileURLToPath(new URL('../../golden/reference/digest.csv', import.meta.url))
  const shown = [
    'output',
    'nominalOutput',
    'consumption',
    'residentsTotal',
    'births',
    'deaths',
    'netMigration',
    'wage',
    'price',
    'housePrice',
    'unemploymentRate',
    'confidence',
    'debtToGdp',
    'pensionGap',
    'ownRevenue',
    'landRevenue',
    'closing(deposits)',
    'closing(netForeign)',
    'closing(bankCapital)',
    'capital',
    'robots',
    'tourism',
    'exportsNation',
  ]
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  /** A drawn future in a process of its own; every bit of what is shown counts. */
  const script = `
    import { createHash } from 'node:crypto'
    import { memberInput } from ${here('../engine/ensemble.ts')}
        import { openReference } from ${here('./first-model-fixture.ts')}
    const { program, simulator } = openReference()
    const drawn = memberInput(program.model, simulator, { seed: 23, members: 5 })(3)
    const { series } = simulator.run({ ...drawn, record: ${JSON.stringify(shown)} })
    const sum = createHash('sha256')
    for (const { values } of series.values()) sum.update(new Uint8Array(values.buffer))
    console.log(sum.digest('hex'))`
  const digest = (): string =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).trim()

  it('gives the same bits in two processes, and those of the stored digest', () => {
    const bits = digest()
    expect(digest()).toBe(bits)
    const text = `run,sha256\n"seed 23, member 3 of 5",${bits}\n`
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text)
    const accept = 'If the model changed on purpose: UPDATE_GOLDEN=1 npm run unit -- src/model/steps.test.ts'
    expect(readFileSync(golden, 'utf8'), accept).toBe(text)
  })
})

describe('A24: numbers', () => {
  /** Shares by meaning: parts of a whole, and rates that cannot leave 0 to 1. */
  const shares = [
    'stateShare',
    'stateLaborShare',
    'mixedShare',
    'provinceHolderShare',
    'mixedHolderShare',
    'outsideHolderShare',
    'centreHolderShare',
    'wageIncomeShare',
    'employedShare',
    'redundantShare',
    'pensionersOldShare',
    'unemploymentRate',
    'regionUnemployment',
    'employmentRate',
    'share65',
    'technicianShare',
    'automation',
    'survival',
    'halfYearSurvival',
    'cashPressure',
    'arrearsPressure',
    'debtBrake',
    'creditSupply',
    'liquidity',
    'pensionStress',
    'poolingCoverage',
    'contributorCoverage',
    'coverageByBirth',
    'insurance',
    'importShareExcess',
    'importShareGiven',
    'retiredChance',
    'belowRetirementAge',
    'participationStart',
    'consumptionToGdp',
  ]
  const prices = [
    'price',
    'wage',
    'publicWage',
    'housePrice',
    'landPrice',
    'robotPrice',
    'pension',
    'residentPension',
    'nationalPrice',
    'nationalWage',
  ]
  const inputs: [string, Input][] = [
    ['the central future', {}],
    ...draws(simulator, thoroughly(8, 4)).map((input, member): [string, Input] => [`draw ${member}`, input]),
  ]

  it.each(inputs)('are finite, shares lie between 0 and 1, prices above 0: %s', (_, input) => {
    eachStep((values, step) => {
      if (!values.every(Number.isFinite)) {
        const at = values.findIndex(value => !Number.isFinite(value))
        const named = [...linked.variables.values()].find(({ offset, size }) => at >= offset && at < offset + size)
        expect.fail(`${named?.name ?? `number ${at}`} is ${values[at]} in step ${step}`)
      }
      for (const name of shares) {
        for (const value of valuesOf(values, name)) expect(value >= 0 && value <= 1, `${name} is ${value}`).toBe(true)
      }
      for (const name of prices) for (const value of valuesOf(values, name)) expect(value, name).toBeGreaterThan(0)
    }, input)
  })
})
