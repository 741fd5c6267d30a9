/** Tests `heartland debt`: its page in both languages, its data, what it leaves out, and what it refuses. */

import { csvParse } from 'd3-dsv'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heartland, json } from '../testing/command-line-fixture.ts'

const packs = join(import.meta.dirname, '../../../golden/michigan')

describe('heartland debt', { timeout: 240_000 }, () => {
  it('shows every part for the region, and its areas side by side', async () => {
    const { code, out, err } = await heartland('debt northeast -m 64 --full')
    expect(code, err).toBe(0)
    for (const head of [
      'The areas side by side',
      'Drivers of total local debt',
      'By kind of debt',
      'Gross financing need',
      'Maturity profile',
      'If lenders renew only half',
      'Simulations',
      'Heat map',
      'Stress tests',
      'Past forecast errors',
      'Contingent liabilities',
      'Public balance sheet',
      'Implicit pension debt',
      'Sources and assumptions',
    ])
      expect(out).toContain(`\n${head}`)
    expect(out).toMatch(/64 simulations, random seed 1, .*\s.*error\s+of\s+the\s+model/)
    expect(out).toMatch(/https:\/\/www\.elibrary\.imf\.org/)
    expect(out).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('is written in Chinese', async () => {
    const { code, out } = await heartland('debt CN-JL -m 20 --lang zh --policy E --full')
    expect(code).toBe(0)
    expect(out).toMatch(/^吉林：债权人视角的债务，E 改革$/m)
    for (const head of ['总融资需求', '风险热图', '隐性养老金债务', '来源与假设']) expect(out).toContain(`\n${head}`)
    // A single area is the region.
    expect(out).not.toContain('各地区对比')
    expect(out).toContain('以往预测误差')
  })

  it('gives the same figures as data', async () => {
    const report = await json('debt northeast -m 32')
    expect(Object.keys(report.of)).toEqual(['region', 'CN-LN', 'CN-JL', 'CN-HL'])
    expect(report.simulations).toMatchObject({ members: 32, seed: 1, modelError: true })
    expect(report.largestResidual).toBeLessThan(1e-9)
    const { out: text } = await heartland('debt northeast -m 32 --csv')
    const rows = csvParse(text)
    expect(rows.columns).toEqual(['table', 'row', 'column', 'unit', 'value'])
    const level = rows.find(
      row => row.table === 'debt' && row.row === 'At the end of the year' && row.column === '2030',
    )!
    // Files carry four figures.
    const found: number = report.of.region.decomposition.level.values[report.years.indexOf(2030)]
    expect(Number(level.value)).toBe(Number((100 * found).toPrecision(4)))
    // Residuals, which are no quantity of the economy, and the benchmarks, often two in a cell, have none.
    const without = rows.filter(({ table, unit, value }) => table !== 'about' && unit === '' && Number.isFinite(+value))
    expect(new Set(without.map(({ row }) => row))).toEqual(new Set(['Residual', 'Benchmark']))
    expect(level.unit).toBe('%')
    expect(rows.find(({ table }) => table === 'maturity')!.unit).toBe('bn yuan')
    expect(text).not.toMatch(/NaN|undefined/)
  })

  it('says of an area whose errors stand beside its own forecast', async () => {
    const { realism } = await json('debt northeast -m 0')
    expect(realism.errorsOf).toBe('northeast')
    const [{ id, rmse, forecast }] = realism.lines
    expect([id, Object.keys(forecast)]).toEqual(['output', ['region', 'CN-LN', 'CN-JL', 'CN-HL']])
    expect(forecast['CN-JL']).not.toEqual(forecast.region)
    const own = (await json('debt CN-JL -m 0')).realism
    expect([own.errorsOf, own.lines[0].rmse]).toEqual(['northeast', rmse])
    const rows = csvParse((await heartland('debt northeast -m 0 --area CN-JL --csv')).out)
    const cell = (column: string) =>
      Number(rows.find(row => row.table === 'realism' && row.row === 'Real output' && row.column === column)?.value)
    expect(cell('RMSE 5')).toBeCloseTo(100 * rmse[2], 1)
    expect(cell('forecast 5')).toBeCloseTo(100 * forecast['CN-JL'][2], 1)
    const page = async (words: string): Promise<string> =>
      (await heartland(`${words} --full`)).out.replaceAll(/\s+/g, ' ')
    expect(await page('debt northeast -m 0')).not.toContain('The errors are those')
    expect(await page('debt northeast -m 0 --area CN-JL')).toContain('The errors are those of the whole region')
    expect(await page('debt CN-JL -m 0')).toContain('The errors are those of northeast as a whole')
  })

  it.each(['0x3', '3%', '-1', '11', '', 'three'])('refuses the discount rate %j', async text => {
    const { code, err } = await heartland(['debt', 'northeast', '--discount', text])
    expect([code, err]).toEqual([2, expect.stringContaining('give a number from 0 to 10')])
  })

  it('leaves out what a region of another country does not have, and says so', async () => {
    const { code, out, err } = await heartland(`debt US-MI -m 32 --benchmarks advanced --full --packs ${packs}`)
    expect(code, err).toBe(0)
    expect(out).toContain('The region has no LGFVs, so the parts on LGFVs are left out.')
    expect(out).toContain('No back-test of this region has been saved')
    expect(out).toContain('the growth stress test is left out')
    expect(out).toContain('bn USD')
    expect(out).not.toMatch(/LGFV debt that falls due +\d|Swapped|Ministry of Finance|yuan|China|Jilin|NaN/m)
    expect(out).toMatch(/Benchmark\s+85\s+20/)
  })

  it.each([
    ['debt northeest', /unknown region 'northeest'; did you mean 'northeast'/],
    ['debt northeast --policy Z', /Z/],
    ['debt northeast --area CN-BJ', /unknown area of northeast 'CN-BJ'/],
    ['debt northeast --years 2050', /2050/],
    ['debt northeast --discount 12', /--discount 12: give a number from 0 to 10/],
    ['debt northeast --benchmarks rich', /--benchmarks rich: give one of emerging, advanced/],
    ['debt northeast -m many', /--simulations many/],
    ['debt northeast --csv --json', /not both/],
  ])('refuses %s', async (command, message) => {
    const { code, out, err } = await heartland(command)
    expect(code).not.toBe(0)
    expect(out).toBe('')
    expect(err).toMatch(message)
  })
})
