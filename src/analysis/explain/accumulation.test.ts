/** Tests that a stock is its start and its flows, and that what passes between stocks of a sum cancels out. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/open-fixture.ts'
import { costingOf } from '../costs.ts'
import { packageFor } from '../packages.ts'
import { accumulationOf } from './accumulation.ts'
import { askedAt, valuesOfRun } from './tree.ts'

const open = openRegion('northeast')
const { policy } = packageFor(open, costingOf(open), 'H')
const before = valuesOfRun(open, {})
const after = valuesOfRun(open, { policy })
const ask = (name: string, labels: Readonly<Record<string, string>> = {}) =>
  accumulationOf(open, askedAt(open, name, labels, 47), before, after)

describe('accumulationOf', () => {
  it.each([
    ['regionDebtToGdp', {}],
    ['debtToGdp', { area: 'CN-JL' }],
    ['provincialBonds', {}],
    ['arrears', { area: 'CN-LN' }],
  ])('start and flows of %s add up to what it is', (name, labels) => {
    const { start, end, flows, years } = ask(name, labels)!
    const sum = flows.reduce((all, { total }) => all + total, start)
    expect(sum / end).toBeCloseTo(1, 9)
    expect(years).toHaveLength(12)
    expect(flows.every(({ byYear, total }) => Math.abs(byYear.reduce((a, b) => a + b) - total) < 1e-9)).toBe(true)
  })

  it('is of the debt that the ratio is made of, without swaps of one debt for another', () => {
    const { isRatio, end, flows } = ask('regionDebtToGdp')!
    expect(isRatio).toBe(true)
    const { offset } = open.linked.variables.get('regionDebt')!
    expect(end / after[47][offset]).toBeCloseTo(1, 12)
    const names = flows.map(({ name }) => name)
    expect(names).toContain('bondIssue')
    expect(names).not.toContain('debtSwap')
    const [bonds] = flows.filter(({ name }) => name === 'bondIssue')
    expect(bonds!.total).not.toBe(bonds!.totalBefore)
  })

  it('is not of what does not add up', () => {
    expect(ask('unemploymentRate')).toBeUndefined()
    expect(ask('regionOutputPerHead')).toBeUndefined()
  })
})
