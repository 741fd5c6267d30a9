/** A start that is no usual year: what it changes, and that no other region carries any of it. */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../cli/app-build/places.ts'
import { openData, requiredData } from '../analysis/region/simulation.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { loadRegion } from '../regions/load.ts'
import { readFrom } from '../regions/read.ts'
import type { ReadText } from '../regions/types.ts'
import { cyclical } from './cyclical.ts'
import { model } from './index.ts'

const michigan = readFrom(join(root, 'golden/michigan'))
const row = (name: string, value: number, unit: string): string => `${name},,${value},${unit},2023,assumed,judgement,\n`
const path = (name: string, value: number, unit: string): string => `${name},2024,${value},${unit},assumed,judgement,\n`

/** Michigan with what a nation gives whose start is no usual year. */
const opened = (usual: number, netMigration = 0.012, income = 0) => {
  const added: Readonly<Record<string, string>> = {
    'US/figures.csv': row('nationalUnemploymentUsualStart', 0.04, 'share'),
    'US/paths.csv': path('nationalJobsGrowth', 0.004, '1/year') + path('mixGrowth', 0, '1/year'),
    'US-MI/figures.csv':
      row('unemploymentUsualStart', usual, 'share') +
      row('netMigrationLong', netMigration, 'person m/year') +
      row('householdIncomeBaseYear', income, 'USD bn/year'),
  }
  const read: ReadText = file => {
    const text = michigan(file)
    return file === 'US/region.json' ? text!.replace('{', '{"cyclical": true,') : text && text + (added[file] ?? '')
  }
  const { program, simulator, region } = openData(loadRegion(read, 'US-MI', requiredData(model)))
  const record = ['unemploymentRate', 'utilisation', 'netMigration', 'output', 'consumption', 'laborForce']
  const run = simulator.run({ record, audit: true })
  return { run, at: readRun(run), program, region }
}

describe('a start that is no usual year', () => {
  const usual = opened(0.039)

  it('is part of no other model', () => {
    const { linked } = openRegion('northeast')
    expect(Object.keys(cyclical.declarations).filter(name => linked.variables.has(name))).toEqual([])
    const { linked: own } = openData(loadRegion(michigan, 'US-MI', requiredData(model)))
    expect(own.variables.has('netMigrationLong')).toBe(false)
  })

  it('starts with the labour force of the start, at normal use of capacity where unemployment is the usual', () => {
    expect(usual.at.at('laborForce', 2024)).toBeCloseTo(4.86 / (1 - 0.039), 1)
    expect(usual.at.at('utilisation', 2024)).toBeCloseTo(0.97, 1)
    expect(usual.run.audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('returns to the usual unemployment from above, with idle capacity at first', () => {
    const slack = opened(0.02)
    expect(slack.at.at('utilisation', 2024)).toBeLessThan(usual.at.at('utilisation', 2024) - 0.01)
    expect(slack.at.mean('unemploymentRate', 2030)).toBeLessThan(usual.at.mean('unemploymentRate', 2030) - 0.005)
  })

  it('returns to the long mean of net migration, and spends income from outside', () => {
    const come = opened(0.039, 0.05)
    const more = come.at.mean('netMigration', 2034) - usual.at.mean('netMigration', 2034)
    expect(come.at.mean('netMigration', 2024)).toBeCloseTo(usual.at.mean('netMigration', 2024), 2)
    // Of 38 thousand more a year some stay away, because those who come press on wages and homes.
    expect(more).toBeGreaterThan(0.012)
    const rich = opened(0.039, 0.012, 700)
    expect(rich.run.audit!.largestResidual).toBeLessThan(1e-9)
    expect(rich.at.mean('consumption', 2035)).toBeGreaterThan(usual.at.mean('consumption', 2035))
  })
})
