import { describe, expect, it } from 'vitest'
import { base, equation, sector, type Declaration, type Equation } from './declare.ts'
import { regionalSector } from './regional.ts'

const whole = sector('The region', {}, { own: equation('share', '1', 'Declared by hand') })

/** The texts of the region's figures, by name. */
const derived = (declarations: Readonly<Record<string, Declaration>>): Record<string, unknown> => {
  const made = regionalSector('area', whole, [sector('Areas', { over: ['area'] }, declarations)])
  return Object.fromEntries(Object.entries(made.declarations).map(([name, one]) => [name, (one as Equation).text]))
}

describe('figures of the region', () => {
  it('are sums over the areas and all other dimensions', () => {
    const income = equation('CNY bn/year', '1{CNY bn/year}', 'Income', { over: ['area', 'group'], region: 'sum' })
    const heads = equation('person m', '1{person m}', 'Residents', { region: { as: 'regionPeople', by: 'sum' } })
    expect(derived({ income, heads })).toEqual({
      regionIncome: 'sum(income, area, group)',
      regionPeople: 'sum(heads, area)',
      own: '1',
    })
  })

  it('are ratios of sums, or of the figures declared for the region', () => {
    const ratio = (text: string): Equation => equation('share', text, 'A ratio', { region: 'ratio' })
    const made = derived({
      output: equation('CNY bn/year', '1{CNY bn/year}', 'Output', { region: 'sum' }),
      debt: equation('CNY bn', '1{CNY bn}', 'Debt'),
      debtRatio: ratio('debt/max(output, 1e-9{CNY bn/year})'),
      saving: ratio('1 - price*debt/max(sum(output), 1e-9{CNY bn/year})'),
      months: ratio('12{month/year}*debt/(output + debt)'),
      toNation: ratio('debtRatio/nationalRatio'),
    })
    expect(made).toMatchObject({
      regionDebtRatio: 'sum(debt, area)/max(regionOutput, 1e-9{CNY bn/year})',
      regionSaving: '1 - sum(price*debt, area)/max(regionOutput, 1e-9{CNY bn/year})',
      regionMonths: '12{month/year}*sum(debt, area)/sum(output + debt, area)',
      regionToNation: 'regionDebtRatio/nationalRatio',
    })
  })

  it('are means with a weight', () => {
    const made = derived({
      heads: equation('person m', '1{person m}', 'Residents'),
      price: equation('index', '1', 'Price', { region: { mean: 'heads' } }),
      rate: equation('share', '1', 'Rate', { region: { mean: 'heads + heads' } }),
    })
    expect(made).toMatchObject({
      regionPrice: 'sum(price*heads, area)/max(sum(heads, area), 1e-9{person m})',
      regionRate: 'sum(rate*(heads + heads), area)/max(sum(heads + heads, area), 1e-9{person m})',
    })
  })

  it('keep what the area says: unit, sentence, source, and whether it is an outcome', () => {
    const areas = sector(
      'Areas',
      { over: ['area'] },
      {
        start: base('CNY bn', '1{CNY bn}', 'Debt at the start', { source: '3', region: 'sum' }),
        debt: equation('CNY bn', '1{CNY bn}', 'Debt', { region: { as: 'regionDebt', by: 'sum', outcome: true } }),
      },
    )
    expect(regionalSector('area', whole, [areas]).declarations).toMatchObject({
      regionStart: { kind: 'base', unit: 'CNY bn', doc: 'Debt at the start', source: '3' },
      regionDebt: { kind: 'equation', outcome: true },
    })
  })

  it('need one text to make a ratio of', () => {
    const byFirm = equation('share', { state: '1', private: '2' }, 'By firm', { region: 'ratio' })
    expect(() => derived({ byFirm })).toThrow('byFirm: a ratio of sums needs an equation with one text')
  })
})
