/** The input behind a row of the tree, and its range. */

import { describe, expect, it } from 'vitest'
import { uncertainInputsOf } from '../../../analysis/evidence/uncertain-inputs.ts'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { inputOf, rangeOf } from './uncertain-input.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL']
const cell = (address: string, value: number) =>
  ({ address, evidence: 'assumed', source: 'judgement', value, low: 0.8 * value, high: 1.2 * value }) as const

describe('the input of a row', () => {
  it('goes by the name that the ranking has for it', () => {
    const known = new Set(uncertainInputsOf(openRegion('northeast')).map(({ name }) => name))
    for (const [kind, name, labels] of [
      ['datum', 'capitalStart', { area: 'CN-LN', firm: 'state' }],
      ['datum', 'vehicleDepositsStart', {}],
      ['parameter', 'accelerator', { firm: 'private' }],
      ['parameter', 'wageFromSlack', {}],
    ] as const)
      expect([...known]).toContain(inputOf({ kind, name, labels }))
    expect(inputOf({ kind: 'equation', name: 'output', labels: {} })).toBeUndefined()
  })

  it('has the range of its area, or of all of them as the row takes them', () => {
    const cells = areas.map((area, at) => cell(`x[${area}, state]`, 10 * (at + 1)))
    expect(rangeOf({ labels: { area: 'CN-JL' }, together: undefined }, cells, areas)).toEqual([16, 24])
    expect(rangeOf({ labels: {}, together: 'sum' }, cells, areas)).toEqual([48, 72])
    expect(rangeOf({ labels: {}, together: 'mean' }, cells, areas)).toEqual([16, 24])
  })

  it('has none where the others were measured, and one for the nation', () => {
    const some = [cell('x[CN-LN]', 10)]
    expect(rangeOf({ labels: {}, together: 'sum' }, some, areas)).toBeUndefined()
    expect(rangeOf({ labels: { area: 'CN-HL' }, together: undefined }, some, areas)).toBeUndefined()
    expect(rangeOf({ labels: {}, together: undefined }, [cell('retailBeijingStart', 50)], areas)).toEqual([40, 60])
    expect(rangeOf({ labels: {}, together: undefined }, [], areas)).toBeUndefined()
  })
})
