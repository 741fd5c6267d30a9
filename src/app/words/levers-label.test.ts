/** A scenario without a name is called by its levers. */

import { expect, it } from 'vitest'
import { leversLabel } from './levers-label.ts'

const levers = [
  { name: 'cleanUpProgramme', doc: '' },
  { name: 'businessReform', doc: '', scaled: false },
  { name: 'voucherProgramme', doc: '' },
  { name: 'retirementAgeMen', doc: 'Retirement age of men' },
  { name: 'financedByBonds', doc: '' },
]
const moved = (...names: string[]) => ({ policy: Object.fromEntries(names.map(name => [name, { value: 1 }])) })
const outlays = [
  { levers: ['cleanUpProgramme'], perYear: 20 },
  { levers: ['businessReform'], perYear: 1 },
  { levers: ['voucherProgramme'], perYear: 2.5 },
]

it('says lever and money of each, joined, and counts those beyond three', () => {
  const both = moved('cleanUpProgramme', 'businessReform', 'financedByBonds')
  expect(leversLabel(both, levers, outlays, 'en')).toBe('Debt relief 20 bn + reform')
  expect(leversLabel(both, levers, outlays, 'zh')).toBe('化债200亿＋改革')
  expect(leversLabel(both, levers, [], 'en')).toBe('Debt relief + reform')
  const many = moved('cleanUpProgramme', 'businessReform', 'voucherProgramme', 'retirementAgeMen')
  expect(leversLabel(many, levers, outlays, 'en')).toBe('Debt relief 20 bn + reform + vouchers 2.5 bn +1')
  expect(leversLabel(moved('financedByBonds'), levers, outlays, 'en')).toBe('')
})
