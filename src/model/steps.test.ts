/** A22-A24: half the time step, the same seed, and numbers that are numbers. */

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { complaint, type Expectation, type Finding, unusedFindings } from './findings-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { smallVariables } from './small-variables-fixture.ts'
import { openRegion } from '../cli/simulation.ts'
import {
  linked,
  program,
  simulator,
  areas,
  groups,
  type Input,
  valuesOf,
  sumOf,
  eachStep,
  draws,
} from './accounts-fixture.ts'

const findings: Finding[] = [
  {
    id: 'A22',
    what: 'vehicle debt',
    measured: 1.3,
    room: 0.6,
    reason: 'Liaoning alone: its LGFVs live on land, whose revenue moves as below.',
  },
  {
    id: 'A22',
    what: 'land revenue',
    measured: 6.1,
    room: 3,
    reason:
      'Three lags in a row (sales, starts, prices) and a land price that moves by more than homes add up in housing.',
  },
  {
    id: 'A22',
    what: 'home sales',
    measured: 1.24,
    room: 0.24,
    reason: 'Heilongjiang, where sales fall most.',
  },
  {
    id: 'A22',
    what: "developers' stock",
    measured: 10,
    room: 5,
    reason:
      'Heilongjiang, at the bottom of a cycle of unsold homes, where the stock is an eighth of what it was: starts ' +
      'come two months earlier with shorter steps.',
  },
]

describe('A22: half the time step', () => {
  const halved = openRegion('northeast', { stepsPerYear: 8, horizonEnd: 2034 })
  const watched = smallVariables(program)
  const quarters = readRun(simulator.run({ record: watched }))
  const eighths = readRun(halved.simulator.run({ record: watched }))
  /** The largest change over the areas at the end of 2033, per cent. */
  const change = (name: string): number =>
    Math.max(
      ...areas.map(area => {
        const total = (reading: typeof quarters) =>
          name === 'closing(deposits)'
            ? sumOf(groups.map(group => reading.last(name, 2033, area, group)))
            : reading.last(name, 2033, area)
        return Math.abs(total(eighths) / total(quarters) - 1) * 100
      }),
    )
  const upTo = (limit: number, what: string, name: string): [Expectation, string] => [
    { id: 'A22', what, from: 0, to: limit },
    name,
  ]
  const levels = [
    upTo(0.5, 'real output', 'output'),
    upTo(0.5, 'residents', 'residentsTotal'),
    upTo(0.5, 'debt', 'debtClosing'),
    upTo(0.5, 'deposits of households', 'closing(deposits)'),
    upTo(1, 'consumption', 'consumption'),
    upTo(1, 'output at current prices', 'nominalOutput'),
    upTo(1, 'house price', 'closing(housePrice)'),
    upTo(1, 'wage', 'wage'),
    upTo(1, 'price level', 'price'),
    upTo(1, 'retail per head', 'retailPerHead'),
    upTo(1, 'own revenue', 'ownRevenue'),
    upTo(1, 'vehicle debt', 'closing(vehicleDebt)'),
    upTo(1, 'home sales', 'homeSales'),
    upTo(1, 'land revenue', 'landRevenue'),
    upTo(1, "developers' stock", 'closing(developerStock)'),
    upTo(1, 'pension gap', 'pensionGap'),
  ]

  it.each(levels)('changes levels after ten years little: $what', (expectation, name) => {
    expect(complaint(expectation, change(name), findings)).toBe('')
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
    'pensionersOldShare',
    'outputShareStart',
    'unemploymentRate',
    'regionUnemployment',
    'employmentRate',
    'share65',
    'technicianShare',
    'automation',
    'survival',
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
    ...draws(simulator, 8).map((input, member): [string, Input] => [`draw ${member}`, input]),
  ]

  it('are shares at the start of drawn futures too', () => {
    let least = 1
    for (const [, input] of inputs) {
      eachStep(values => {
        least = Math.min(least, ...valuesOf(values, 'redundantShare'))
      }, input)
    }
    const expectation = { id: 'A24', what: 'redundant labour, least of the draws', from: 0, to: 1 }
    expect(complaint(expectation, least)).toBe('')
  })

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
