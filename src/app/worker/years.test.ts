/** Tests that a year means the same in the table of `run`, the numbers of a chart, the answer and the exported file. */

import { declaredOutcomes } from '../../engine/recording.ts'
import { describe, expect, it } from 'vitest'
import { inYear } from '../../analysis/words/outcomes.ts'
import { indicatorOf, outcomeIndicators, readingOf } from '../../outcomes/catalogue.ts'
import { readingOfUnit } from '../../outcomes/year-values.ts'
import { recordForTables, tablesOf } from '../../analysis/files/export/tables.ts'
import { centralRun, whereCalled } from '../../analysis/runs/central-run.ts'
import { choose } from '../../cli/input/choice.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readRun } from '../../engine/run/reader.ts'
import { pointsOf, shownYears } from '../charts/path-points.ts'
import { shownValues } from '../state/indicators.ts'
import { keptPaths, placesIn } from './paths-part.ts'

const open = openRegion('CN-JL')
const choice = choose(open, 'G', {})
const names = declaredOutcomes(open.linked)
const run = open.simulator.run({ ...choice.scenario, record: recordForTables(open, names), audit: true })
const { stepsPerYear } = open.simulator.horizon
const clock = { start: open.region.start, stepsPerYear, annual: [] }
const years = [2030, 2040]
// A stock, a flow, a ratio, and growth.
const ids = ['population', 'outputPerHead', 'debtToGdp', 'unemployment', 'growth']

describe('a year', () => {
  const { rows } = centralRun(choice, whereCalled(open, undefined), years)
  const exported = tablesOf(open, run, names, { scenario: choice.scenario, conditions: '' }).find(
    ({ name }) => name === 'years',
  )!
  const kept = keptPaths(1, [0, 1], ids, 'region', open.simulator)
  kept.keep(readRun(run), 0, 0)

  it.each(ids)('is the same everywhere for %s', id => {
    const indicator = indicatorOf(id)
    const [variable] = indicator.variables
    const path = readRun(run).path(variable)
    const values = shownValues(indicator, path, stepsPerYear)
    const told = shownYears(indicator, values, clock, 'en')
    const inTable = rows.find(row => row.indicator.id === id)!.values
    const places = placesIn(open.simulator)
    years.forEach((year, at) => {
      const value = inTable[at]!
      expect(told.get(year)! / indicator.shown.en.scale).toBeCloseTo(value, 12)
      const place = ids.indexOf(id) * places + open.simulator.steps + year - clock.start
      expect(kept.values[0][place]).toBe(value)
      if (id === 'growth') return
      const [, , , number, , reading] = exported.rows.find(row => row[0] === year && row[1] === variable)!
      expect(number).toBeCloseTo(value, 12)
      expect(reading).toBe(indicator.reading === 'end' ? 'end of year' : 'yearly mean')
    })
    // Points of quarters are no more than the quarters of the run.
    expect(pointsOf(indicator, values, clock, 'en').length).toBeLessThanOrEqual(open.simulator.steps)
  })

  it('is not any quarter where the quarters differ', () => {
    const path = readRun(run).path('regionOutputPerHead')
    const step = (2040 - clock.start) * stepsPerYear
    const value = inYear(readRun(run), indicatorOf('outputPerHead'), 'region', 2040, clock.start)
    expect(path.slice(step, step + stepsPerYear)).not.toContain(value)
    expect(inYear(readRun(run), indicatorOf('debtToGdp'), 'region', 2040, clock.start)).toBe(
      readRun(run).path('regionDebtToGdp')[step + stepsPerYear - 1],
    )
  })

  it('follows from the unit, but for the share of people of an age, which is counted with them at the end', () => {
    const differ = outcomeIndicators.filter(({ reading, variables: [variable] }) => {
      const byUnit = readingOfUnit(open.linked.variables.get(variable)!.unit)
      return (reading === 'growth' ? 'mean' : reading) !== byUnit
    })
    expect(differ.map(({ id }) => id)).toEqual(['share65'])
    expect(readingOf(open.linked.variables.get('capitalHousePriceClosing')!)).toBe('mean')
    expect(readingOf(open.linked.variables.get('regionDebt')!)).toBe('end')
  })
})
