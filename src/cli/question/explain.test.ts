/** Tests the output of `explain`, `who` and `books`. */

import { describe, expect, it } from 'vitest'
import { explainPolicy, outcomeAt } from '../../analysis/explain/change.ts'
import { costingOf } from '../../analysis/policies/costs.ts'
import { packageFor } from '../../analysis/policies/packages.ts'
import { heartland, json } from '../testing/command-line-fixture.ts'
import { openRegion } from '../testing/open-fixture.ts'

describe('explain', () => {
  it('prints the split and the left-over', async () => {
    const { code, out } = await heartland('explain northeast --policy C --outcome regionDebtToGdp@2035Q4')
    expect(code).toBe(0)
    expect(out).toContain('Northeast China: C Household-led, regionDebtToGdp@2035Q4')
    expect(out).toMatch(/^Financing of the package +[+-]\d+\.\d/m)
    expect(out).toMatch(/^Top-up of the resident pension +[+-]\d+\.\d/m)
    expect(out).toMatch(/^Total +[+-]?\d+\.\d/m)
    expect(out).toContain('the contributions add up to the change')
  })

  it('shows growth as a rate, also of what the catalogue shows in yuan', async () => {
    const words = 'explain CN-JL --policy E --outcome growth(output[CN-JL])@2035'
    const { out } = await heartland(words)
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/: \d\.\d+ % a year instead of \d\.\d+ % a year, \+\d\.\d+ points\./)
    expect((await heartland(`${words} --lang zh`)).out).toMatch(/\d\.\d+%\/年/)
  })

  it('gives as JSON what the functions behind it give', async () => {
    const found = await json('explain northeast --policy H --outcome regionDebtToGdp@2035')
    const open = openRegion('northeast')
    const { policy } = packageFor(open, costingOf(open), 'H')
    const own = explainPolicy(open, policy, outcomeAt(open, 'regionDebtToGdp@2035'))
    expect(found.policy).toEqual(JSON.parse(JSON.stringify(own)))
    expect(found.source).toBe(null)
  })

  it('tells assumptions from policy', async () => {
    const { out } = await heartland(
      'explain northeast --set publicInvestment=1 --assume poolElasticity=0.5 --outcome regionDebtToGdp@2035',
    )
    expect(out).toContain('Compared with current policy under the standard assumptions.')
    expect(out).toMatch(/^Growth of the national pool of transfers .*[+-]\d/m)
    expect(out).toMatch(/^The policy +[+-]?\d/m)
  })

  it('says where tables by year show the end of the year instead of a mean', async () => {
    const remark = 'tables by year show the end of the year, which is debtToGdp[CN-JL]@2035Q4.'
    const pageOf = async (outcome: string): Promise<string> => {
      const { out } = await heartland(`explain CN-JL --set publicInvestment=1 --outcome ${outcome}`)
      return out.replaceAll('\n', ' ')
    }
    expect(await pageOf('debtToGdp[CN-JL]@2033-2035')).toContain(remark)
    for (const outcome of ['debtToGdp[CN-JL]@2035Q4', 'output[CN-JL]@2035'])
      expect(await pageOf(outcome)).not.toContain('tables by year')
  })

  it.each([
    ['explain northeast --outcome regionOutput@2035', 'nothing differs from the baseline'],
    ['explain northeast --policy G', "required option '-o, --outcome <name@time>' not specified"],
    ['explain northeast --policy G --outcome regionOutput', 'the time is missing'],
    ['explain northeast --policy G --outcome regionOutput@2055', 'the run goes from 2025 to the end of 2040'],
    ['explain northeast --policy C --theme People --outcome regionOutput@2035', 'each lever already stands by itself'],
  ])('%s', async (words, message) => {
    const { code, err } = await heartland(words)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('who', () => {
  it('prints birth years, households, provinces and payers', async () => {
    const { code, out } = await heartland('who northeast --policy G --members 50 --full')
    expect(code).toBe(0)
    expect(out).toMatch(/^1975 +[+-]\d+\.\d\d \([+-]\d/m)
    expect(out).toMatch(/^Urban pensioners +pension +\d/m)
    expect(out).toMatch(/^Heilongjiang +[+-]?\d/m)
    expect(out).toMatch(/^Provincial governments +[+-]\d/m)
    expect(out).toContain('the changes of all sectors sum to zero')
    const spreads = [...out.matchAll(/([+-]?[\d.]+) \(([+-]?[\d.]+) to ([+-]?[\d.]+)\)/g)]
    expect(spreads.length).toBeGreaterThan(40)
    for (const [text, ...figures] of spreads)
      expect(
        figures.map(Number).toSorted((one, other) => one - other),
        text,
      ).toEqual([figures[1], figures[0], figures[2]].map(Number))
  })

  it('wants a policy', async () => {
    const { code, err } = await heartland('who northeast')
    expect(code).toBe(2)
    expect(err).toContain('name a policy: this question compares a policy with current policy')
  })
})

describe('books', () => {
  it('prints both matrices and the audit', async () => {
    const { code, out } = await heartland('books northeast --at 2035Q4 --full')
    expect(code).toBe(0)
    expect(out).toContain('accounts, 2035Q4, baseline')
    expect(out).toMatch(/^Balance sheet$/m)
    expect(out).toMatch(/^Transaction flows$/m)
    expect(out).toMatch(/checks of the accounts hold in every quarter of the\s+run/)
    expect(out).toMatch(/^Output from the side of income +64 /m)
    // Names of rows are wrapped between words, and abbreviations keep their capitals.
    expect(out).toMatch(/^2 Government purchases /m)
    expect(out).toContain('LV LGFVs')
    expect(out).not.toContain('FAILED')
  })

  it('writes a line for each cell, and the same numbers as JSON', async () => {
    const { out } = await heartland('books CN-LN --policy B --at 2030Q1 --matrix balance --csv')
    const lines = out.trim().split('\n')
    expect(lines[0]).toBe('table,row,column,unit,value')
    const found = await json('books CN-LN --policy B --at 2030Q1 --matrix balance')
    const [sheet] = found.matrices
    const bonds = sheet.rows.find((row: any) => row.name === 'bonds').cells[
      sheet.columns.findIndex((column: any) => column.name === 'PG')
    ]
    expect(lines).toContain(`balanceSheet,Provincial bonds,PG,bn yuan,${Number(bonds.toPrecision(4))}`)
  })

  it.each([
    ['books northeast', "required option '--at <quarter>' not specified"],
    ['books northeast --at 2055Q1', 'give one from 2025Q1 to 2040Q4'],
    ['books northeast --at 2030Q1 --matrix balances', 'give one of balance, flows'],
    ['books northeast --at 2030Q1 --csv --json', 'not both'],
  ])('%s', async (words, message) => {
    const { code, err } = await heartland(words)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
