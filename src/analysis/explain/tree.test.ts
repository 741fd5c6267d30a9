import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { trace } from '../../language/trace.ts'
import { costingOf } from '../policies/costs.ts'
import { packageFor } from '../policies/packages.ts'
import { askedAt, causesAt, type CauseRow, valuesOfRun } from './tree.ts'

const open = openRegion('northeast')
const { policy } = packageFor(open, costingOf(open), 'G')
const before = valuesOfRun(open, {})
const after = valuesOfRun(open, { policy })

describe('causesAt', () => {
  const top = causesAt(open, askedAt(open, 'regionDebtToGdp', {}, 47), before, after)

  it('gives the value, doing nothing beside it, and what it was computed from', () => {
    const { offset } = open.linked.variables.get('regionDebtToGdp')!
    expect([top.row.value, top.row.before]).toEqual([after[47][offset], before[47][offset]])
    expect(top.causes.map(({ name }) => name)).toEqual(['regionDebt', 'regionNominalOutput'])
    const whole = trace(open.program, step => after[step], 'regionDebtToGdp', {}, 47, 1)
    expect(top.causes.map(({ value }) => value)).toEqual(whole.inputs.map(({ value }) => value))
  })

  it('opens every row down to data, parameters and levers', () => {
    const seen = new Set<string>()
    let rows: readonly CauseRow[] = top.causes
    for (let level = 0; level < 6; level++) {
      const next = rows.filter(({ opens, name }) => opens && !seen.has(name)).slice(0, 8)
      rows = next.flatMap(row => {
        seen.add(row.name)
        return causesAt(open, row, before, after).causes
      })
      for (const row of rows) {
        expect(Number.isFinite(row.value)).toBe(true)
        if (row.kind === 'datum' || row.kind === 'parameter') expect(row.origin?.evidence).toBeDefined()
        if (!row.opens)
          expect(['datum', 'parameter', 'lever', 'exogenous', 'shock', 'base', 'clock']).toContain(row.kind)
      }
    }
    expect(seen.size).toBeGreaterThan(10)
  })

  it('has effects that sum to the change where the equation is a sum', () => {
    const sum = causesAt(open, askedAt(open, 'debtClosing', { area: 'CN-LN' }, 47), before, after)
    const effects = sum.causes.reduce((total, { effect = Number.NaN }) => total + effect, 0)
    expect(Math.abs(effects - (sum.row.value - sum.row.before!))).toBeLessThan(1e-9)
  })

  it('goes back through a stock to the step before', () => {
    const bonds = causesAt(
      open,
      { ...askedAt(open, 'provincialBonds', { area: 'CN-LN' }, 47), closing: true },
      before,
      after,
    )
    const opening = bonds.causes.find(({ name }) => name === 'provincialBonds')!
    const earlier = causesAt(open, opening, before, after)
    expect(earlier.causes.every(({ step }) => step === 46)).toBe(true)
    expect(earlier.row.value).toBe(opening.value)
  })
})
