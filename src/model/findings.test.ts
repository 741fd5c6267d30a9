import { describe, expect, it } from 'vitest'
import { complaint, type Finding, unusedFindings } from './findings-fixture.ts'

const expected = { id: 'R1', what: 'output, %', from: 0.5, to: 1.3 }
const finding = (measured: number): Finding => ({ id: 'R1', what: 'output, %', measured, reason: 'imports' })

describe('a measured number', () => {
  it('inside its range is silent, outside it is told', () => {
    expect(complaint(expected, 0.5)).toBe('')
    expect(complaint(expected, 0.4)).toBe('R1, output, %: measured 0.4, expected 0.5 to 1.3.')
    expect(complaint(expected, Number.NaN)).toContain('measured NaN')
  })

  it('known as a finding is silent until it moves', () => {
    expect(complaint(expected, 0.401, [finding(0.4)])).toBe('')
    expect(complaint(expected, 0.45, [finding(0.4)])).toContain('the finding was 0.4; see why it moved')
    expect(complaint(expected, 0.6, [finding(0.4)])).toContain('take it off the list')
    expect(complaint(expected, Number.NaN, [finding(0.4)])).not.toBe('')
  })

  it('of which no expectation speaks is left over', () => {
    expect(unusedFindings([expected], [finding(0.4), { ...finding(1), id: 'R2' }])).toEqual(['R2, output, %'])
  })
})
