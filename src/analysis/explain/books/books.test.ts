import { describe, expect, it } from 'vitest'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { model } from '../../../model/index.ts'
import { openOnWasm } from '../../region/wasm-region.ts'
import { auditReport } from './audit-report.ts'
import { allBooks, areaPlace, booksAt, stepCalled } from './books.ts'

const open = openRegion('northeast')
const books = booksAt(open, {}, stepCalled(open, '2035Q4'))

describe('booksAt', () => {
  it('has both matrices with closed rows and columns', () => {
    expect(books.quarter).toBe('2035Q4')
    expect(books.matrices.map(({ name }) => name)).toEqual(['transactionFlows', 'balanceSheet'])
    expect(books.largestResidual).toBeGreaterThan(0)
    expect(books.largestResidual).toBeLessThan(1e-12)
    const [flows, sheet] = books.matrices
    expect(flows.redundant).toBe('RX')
    expect(flows.rows.every(({ mustBeZero }) => mustBeZero)).toBe(true)
    expect(sheet.rows.filter(({ mustBeZero }) => !mustBeZero).map(({ name }) => name)).toEqual([
      'capital',
      'robots',
      'publicCapital',
      'dwellings',
      'developerStock',
      'netWorth',
    ])
  })

  it('adds the areas up, and gives one of them alone', () => {
    const areas = open.region.areas.map((_, area) => booksAt(open, {}, stepCalled(open, '2035Q4'), area))
    const cell = (one: typeof books): number => one.matrices[1].rows.find(({ name }) => name === 'deposits')!.cells[0]!
    expect(Math.abs(areas.reduce((sum, one) => sum + cell(one), 0) - cell(books))).toBeLessThan(1e-9)
    expect(areas.map(({ of }) => of)).toEqual(['CN-LN', 'CN-JL', 'CN-HL'])
    expect(areaPlace(open, 'Jilin')).toBe(1)
    expect(() => areaPlace(open, 'Jilni')).toThrow("did you mean 'Jilin'?")
  })

  it('holds the numbers of the run', () => {
    const { values, size } = open.simulator.run({ record: ['closing(deposits)'] }).series.get('closing(deposits)')!
    const step = stepCalled(open, '2035Q4')
    const young = [0, 3, 6].reduce((sum, at) => sum + values[step * size + at], 0)
    expect(books.matrices[1].rows.find(({ name }) => name === 'deposits')!.cells[0]).toBe(young)
  })

  it('gives the same bits in a module, and over all quarters', () => {
    expect(booksAt(openOnWasm(open.region), {}, stepCalled(open, '2035Q4'))).toEqual(books)
    const all = allBooks(open, {})
    expect(all.length).toBe(open.simulator.steps)
    expect(all[stepCalled(open, '2035Q4')]).toEqual(books)
  })

  it('complains of what is no quarter', () => {
    expect(stepCalled(open, '2025Q1')).toBe(0)
    expect(stepCalled(open, '2040')).toBe(63)
    expect(() => stepCalled(open, '2041Q1')).toThrow('give one from 2025Q1 to 2040Q4')
    expect(() => stepCalled(open, '2035Q5')).toThrow('a year has 4 quarters')
    expect(() => stepCalled(open, 'soon')).toThrow('is not a quarter of the run')
  })
})

describe('auditReport', () => {
  it('lists every check of every step', () => {
    const audit = auditReport(open, {})
    expect(audit.every(({ holds, largestResidual }) => holds && largestResidual < 1e-12)).toBe(true)
    expect(audit.reduce((sum, { numbers }) => sum + numbers, 0)).toBe(
      open.linked.checks.reduce((sum, { gap }) => sum + gap.size, 0),
    )
    expect(audit.find(({ id }) => id === 'transactionFlows.redundant')!.label).toContain('no equation forces')
  })

  it('finds money that nobody receives', () => {
    const broken = structuredClone(model) as any
    const accounts = broken.sectors.find((one: any) => one.declarations.transactionFlows)
    delete accounts.declarations.transactionFlows.rows.imports.cells.RX
    const audit = auditReport(openRegion('northeast', { model: broken }), {})
    const failing = audit.filter(({ holds }) => !holds).map(({ id }) => id)
    expect(failing).toEqual(['transactionFlows.rows', 'transactionFlows.redundant'])
  })
})
