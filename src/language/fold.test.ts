/** Tests which parts of a model are left where some inputs never change. */

import { describe, expect, it } from 'vitest'
import { datum, equation, exogenous, lever, parameter, smooth, solved, stock } from './declare.ts'
import type { Variable } from './linked.ts'
import { linkModel } from './link.ts'
import { modelOf } from './small-model-fixture.ts'

const over = ['area', 'firm'] as const
const outcome = { outcome: true } as const

const model = modelOf({
  debtStart: datum('CNY bn', 'Debt at the start', { over: ['area'] }),
  capitalStart: datum('CNY bn', 'Capital at the start', { over }),
  rate: exogenous('1/year', 'Interest'),
  upkeep: parameter('1/year', 0.1, 'Wear'),
  cap: parameter('1/year', 0.2, 'Most that debt grows'),
  stateWages: parameter('1/year', 0.3, 'Wages of state firms'),
  scale: parameter('share', 2, 'Scale of a search'),
  relief: lever('share', { bounds: [0, 1], standard: 0, theme: 'Debt', free: 'A rule' }, 'Debt forgiven'),
  debt: stock(
    'CNY bn',
    { initial: 'debtStart', inflow: 'borrowed', outflow: 'relief*debt/1{year}', over: ['area'], ...outcome },
    'Debt',
  ),
  felt: smooth('CNY bn', { of: 'debt', years: '2{year}', initial: 'debtStart', over: ['area'] }, 'Debt as it is felt'),
  borrowed: equation('CNY bn/year', 'max(min(rate*felt, cap*debt), 0)', 'New debt', { over: ['area'] }),
  capital: stock('CNY bn', { initial: 'capitalStart', outflow: 'upkeep*capital', over, ...outcome }, 'Capital'),
  wages: equation('CNY bn/year', 'stateWages*sum(capital[state])', 'Wages of state firms'),
  half: solved('share', { residual: 'scale*half - 1', between: ['0', '1'] }, 'What makes the scale one'),
  output: equation('CNY bn/year', 'sum(upkeep*capital) + wages + half*sum(borrowed)', 'Output', outcome),
})

/** Names that are left where the nation has no debt and no state firms, or only one of these. */
const left = (zeros: readonly string[]): string[] => {
  const never = ({ name, size }: Variable): number[] | undefined => {
    if (name === 'debtStart' && zeros.includes('debt')) return new Array(size).fill(0)
    // Area by area: state, private.
    return name === 'capitalStart' && zeros.includes('state') ? [0, Number.NaN, 0, Number.NaN] : undefined
  }
  const { present } = linkModel(model, { area: ['east', 'west'] }, { never })
  return [...present.keys()].filter(name => model.sectors[0]!.declarations[name] !== undefined)
}

const all = Object.keys(model.sectors[0]!.declarations)

describe('variables that are of concern', () => {
  it('are all where nothing is known', () => {
    expect(left([])).toEqual(all)
    expect(linkModel(model, { area: ['east', 'west'] }).present.size).toBeGreaterThan(all.length)
  })

  it('are without stocks that stay at zero through loops, and what moves them alone, levers too', () => {
    // The search for `half` goes with what it multiplies.
    const gone = ['debtStart', 'rate', 'cap', 'scale', 'relief', 'debt', 'felt', 'borrowed', 'half']
    expect(left(['debt'])).toEqual(all.filter(name => !gone.includes(name)))
  })

  it('are told apart by label, not by area', () => {
    expect(left(['state'])).toEqual(all.filter(name => !['stateWages', 'wages'].includes(name)))
  })
})
