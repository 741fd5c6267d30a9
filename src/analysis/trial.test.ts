/** Tests that a user's region counts as ready only if it runs to the end and its accounts balance. */
import { describe, expect, it } from 'vitest'
import { model } from '../model/index.ts'
import { shownLines } from '../regions/fixture.ts'
import { readRegion } from '../regions/read-region.ts'
import { requiredData } from './simulation.ts'
import { trialOf } from './trial.ts'

describe('the trial of a region', () => {
  const region = readRegion('CN-LN', requiredData(model))

  it('finds nothing in a region of the program', () => expect(trialOf(region)).toEqual([]))

  it('names what stops the run', () => {
    const zero = { ...region.values['stateShareStart']!, values: new Float64Array(1) }
    const problems = trialOf({ ...region, values: { ...region.values, stateShareStart: zero } })
    expect(shownLines(problems).join()).toMatch(/CN-LN\/figures.csv: the model cannot run with these figures: .+/)
  })
})
