/** Tests the output of `run`, `compare`, `trace`, `list`, `check` and `export`. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { heartland, json } from './command-line-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'heartland-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('run', () => {
  it('shows outcomes by year, the cost and the caution', async () => {
    const { code, out } = await heartland('run northeast --policy G --years 2030,2040 --full')
    expect(code).toBe(0)
    expect(out).toContain('Northeast China: G Everything affordable')
    expect(out).toMatch(/^Outcome \(yearly mean unless stated\) +2030 +2040$/m)
    expect(out).toMatch(/^GDP growth, % a year +\d\.\d +\d\.\d$/m)
    expect(out.replaceAll('\n', ' ')).toContain(
      'What the provinces spend is financed half by the central government and half by bonds.',
    )
    expect(out.replaceAll('\n', ' ')).toMatch(/Parameters are fitted to data up to 2024[.,]/)
    const province = await heartland('run CN-JL --years 2030')
    expect(province.out).toMatch(/Parameters are fitted to data of northeast up to 2024[.,]/)
  })

  it('gives the baseline bit for bit when a lever is set to its current value', async () => {
    const [none, standard] = await Promise.all([
      json('run northeast'),
      json('run northeast --json --set publicInvestment=0 --set childcarePlaces=8@2025:0'),
    ])
    expect(standard.outcomes).toEqual(none.outcomes)
    expect(standard.grossCost.presentValue).toBe(0)
    expect(standard.costAfterFeedback.total.presentValue).toBe(0)
  })

  it('saves a scenario that gives the same numbers again', async () => {
    const file = join(folder, 'more.json')
    const words = 'run CN-JL --set publicInvestment=1@2027:2:2035 --assume wageFromSlack=0.5 --json'
    const first = await json(`${words} --save ${file}`)
    const saved = JSON.parse(readFileSync(file, 'utf8'))
    expect(saved).toMatchObject({
      name: 'publicInvestment=1@2027:2:2035',
      region: 'CN-JL',
      assumptions: { wageFromSlack: 0.5 },
      policy: { publicInvestment: { value: 1, start: 2027, ramp: 2, end: 2035 } },
    })
    expect([saved.model, saved.data]).toEqual([first.model, first.data])
    expect((await json(`run ${file}`)).outcomes).toEqual(first.outcomes)
  })

  it('reads regions and areas by name', async () => {
    expect((await json('run Liaoning')).region).toBe('CN-LN')
    expect((await json('run northeast --area Jilin')).of).toBe('Jilin')
  })
})

describe('compare', () => {
  it('is at equal cost between packages', async () => {
    const { out } = await heartland('compare B G --years 2040')
    expect(out).toMatch(/^Outcome \(yearly mean unless stated\) +first 2040 +second 2040 +difference$/m)
    expect(out).toMatch(/Equal cost: the gross outlays of both policies have a present value of \d+ bn yuan\./)
  })

  it('says so where it is not', async () => {
    expect((await heartland('compare A G')).out).toContain(
      'Different cost: the present values of the gross outlays are 0.0 bn yuan and',
    )
    expect((await heartland('compare baseline A')).out).toContain(
      'Neither policy has a gross outlay beyond current policy.',
    )
  })

  it('finds no difference between a thing and itself', async () => {
    const { outcomes } = await json('compare G G')
    for (const { change } of Object.values<any>(outcomes)) expect(change).toEqual([0, 0])
    expect((await heartland('compare G G')).err).toContain('is compared with itself: every difference is 0')
    const early = await heartland(['compare', 'A', 'baseline', '--years', '2030'])
    expect(early.err).toContain('Current policy is compared with itself')
    expect((await heartland('compare A G')).err).not.toContain('give the same results')
  })
})

describe('trace', () => {
  it('lists causes with values, meaning and text, level by level', async () => {
    const { code, out } = await heartland('trace regionDebtToGdp --year 2037 --depth 1')
    expect(code).toBe(0)
    expect(out).toMatch(/^regionDebtToGdp = \d+\.\d % of yearly output\./m)
    expect(out).toMatch(/^regionDebtToGdp .* regionDebt\/max\(/m)
    expect(out).toMatch(/^ {2}regionDebt +[\d,]+ bn yuan /m)
    expect(out).toMatch(/^ {2}regionNominalOutput +[\d,]+ bn yuan a year /m)
  })

  it('reaches figures with their source, and parameters with their evidence', async () => {
    const { out } = await heartland('trace gdpStart --area CN-LN --year 2025 --quarter 1 --depth 1 --full')
    expect(out).toMatch(/gdpBaseYear\[CN-LN\] +[\d,]+ bn yuan a year/)
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/regional data, .*official, 2024, /)
    const { out: wage } = await heartland('trace wageGrowth --area CN-LN --year 2030 --depth 1 --full')
    expect(wage).toMatch(/^ {2}wageFromNation +0\.\d+ 1\/year (?:.*\n){1,4}.*parameter, +assumed/m)
  })

  it('sets a policy beside current policy', async () => {
    const { cause } = await json('trace regionOutput --year 2037 --depth 0 --policy G')
    expect(cause.value).toBeGreaterThan(cause.currentPolicy)
  })
})

describe('list', () => {
  it.each([
    ['regions', '  Northeast China  '],
    ['packages', 'Household-led'],
    ['levers', 'childcarePlaces'],
    ['parameters', 'wageFromSlack'],
    ['outcomes', 'regionDebtToGdp'],
    ['sources', 'http'],
  ])('%s', async (kind, part) => {
    const { code, out } = await heartland(`list ${kind}`)
    expect(code).toBe(0)
    expect(out).toContain(part)
    const rows = await json(`list ${kind}`)
    expect(rows.length).toBeGreaterThan(3)
  })
})

describe('check', () => {
  it('passes for a province', { tags: ['thorough'] }, async () => {
    const { code, out } = await heartland('check CN-HL')
    expect(code).toBe(0)
    expect(out).toContain('Heilongjiang: all 9 checks passed.')
    for (const name of [
      'pack',
      'figures',
      'opening',
      'units',
      'accounts',
      'stocks',
      'numbers',
      'compiler',
      'null policy',
    ]) {
      expect(out).toContain(`✓ ${name}`)
    }
  })
})

describe('export', () => {
  it('writes one row a number', async () => {
    const { code, out } = await heartland('export CN-LN --variables output,closing(deposits)')
    expect(code).toBe(0)
    const rows = out.trim().split('\n')
    expect(rows[0]).toBe('time,variable,labels,value,unit,scenario,conditions')
    expect(rows[1]).toMatch(
      /^2025,output,CN-LN,\d+\.\d+,CNY bn\/year,baseline,"baseline external conditions; central projection, no random shocks"$/,
    )
    expect(rows).toHaveLength(1 + 64 + 64 * 3)
  })

  it('writes one row a year, with what a year is', async () => {
    const { code, out } = await heartland('export CN-LN --yearly --variables output,debtToGdp')
    expect(code).toBe(0)
    const rows = out.trim().split('\n')
    expect(rows[0]).toBe('year,variable,labels,value,unit,reading,scenario,conditions')
    expect(rows).toHaveLength(1 + 2 * 16)
    const { outcomes } = await json('run CN-LN --area CN-LN --years 2040')
    const debt = rows.find(row => row.startsWith('2040,debtToGdp'))!
    expect(debt).toContain(',end of year,baseline,')
    expect(Number(debt.split(',')[3])).toBe(outcomes.debtToGdp.values[2040])
    const traced = await heartland('trace debtToGdp --area CN-LN --region CN-LN --year 2040 --quarter 2 --depth 0')
    const shown = `${(outcomes.debtToGdp.values[2040] * 100).toFixed(1)} % of yearly output (end of year)`
    expect(traced.out.replaceAll('\n', ' ')).toContain(`Tables by year show ${shown}.`)
  })

  it('writes the end of every year of a stock, which is its opening of the next', async () => {
    const rowsOf = async (words: string): Promise<string[][]> => {
      const { code, out } = await heartland(`export CN-LN --variables provinceDeposits,population ${words}`)
      expect(code).toBe(0)
      return out
        .trim()
        .split('\n')
        .map(row => row.split(','))
    }
    const years = (await rowsOf('--yearly')).slice(1)
    expect(years.filter(([, , , value]) => value === '' || !Number.isFinite(Number(value)))).toEqual([])
    const opens = new Map((await rowsOf('')).map(([time, name, labels, value]) => [`${time} ${name} ${labels}`, value]))
    for (const [year, name, labels, value, , reading] of years) {
      expect(reading).toBe('end of year')
      if (year !== '2040') expect(value, `${name} ${year}`).toBe(opens.get(`${Number(year) + 1} ${name} ${labels}`))
    }
    expect(years.filter(([year]) => year === '2040')).toHaveLength(1 + 202)
  })

  it('writes JSON with units, labels and the scenario', async () => {
    const file = join(folder, 'all.json')
    const { code, err } = await heartland(`export CN-LN --policy E --out ${file}`)
    expect(code).toBe(0)
    expect(err).toMatch(/^\d+ variables, 64 quarters: /m)
    const { series, times, scenario, region } = JSON.parse(readFileSync(file, 'utf8'))
    expect([region, scenario.name, times.length]).toEqual(['CN-LN', 'E Reform', 64])
    expect(series.regionOutput.values).toHaveLength(64)
    expect(series.output.dimensions).toEqual([{ name: 'area', labels: ['CN-LN'] }])
    expect(series.output.values.map(([value]: number[]) => value)).toEqual(series.regionOutput.values)
  })
})
