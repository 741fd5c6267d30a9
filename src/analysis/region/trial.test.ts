/** Tests that a user's region counts as ready only if it runs to the end and its accounts balance. */
import { describe, expect, it } from 'vitest'
import { model } from '../../model/index.ts'
import { shownLines } from '../../regions/region-texts-fixture.ts'
import { readRegion } from '../../regions/read-region.ts'
import type { RegionData } from '../../regions/types.ts'
import { requiredData } from './simulation.ts'
import { trialOf } from './trial.ts'

describe('the trial of a region', () => {
  const region = readRegion('CN-LN', requiredData(model))

  it('finds nothing in a region of the program', () => expect(trialOf(region)).toEqual([]))

  const withZeros = (...names: string[]): RegionData => {
    const values = { ...region.values }
    for (const name of names) {
      const [own, firm] = name.split(' ')
      const { values: given, ...rest } = values[own!]!
      values[own!] = { ...rest, values: given.map((value, at) => (firm === 'state' && at > 0 ? value : 0)) }
    }
    return { ...region, values }
  }

  // Figures that other countries do not have.
  const stateFirms = ['stateShareStart', 'capitalStart state', 'firmLoansStart state', 'firmDepositsStart state']
  const vehicles = ['vehicleDebtStart', 'vehicleCapitalStart', 'vehicleDepositsStart', 'hiddenDebtSwap']
  const russia = ['exportsRussiaBaseYear', 'exportsRussiaCarsStart', 'importsRussiaBaseYear']
  it.each([
    [stateFirms],
    [['stateShareStart']],
    [vehicles],
    [russia],
    [['robotsStart']],
    [['cultureCapitalStart', 'tourismBaseYear']],
    [['oilOutputStart', 'crudeOilBaseYear', 'grainShareStart', 'grainBaseYear']],
    [['residentPensionersStart', 'residentPensionStart', 'pensionPoolingStart']],
    [['landRevenueStart', 'arrearsStart', 'defenceBaseYear']],
    [[...stateFirms, ...vehicles, ...russia, 'robotsStart', 'cultureCapitalStart']],
  ])('finds nothing in a region without %s', names => expect(trialOf(withZeros(...names))).toEqual([]))

  it('names what stops the run', () => {
    const problems = trialOf(withZeros('gdpBaseYear'))
    expect(shownLines(problems).join()).toMatch(/CN-LN\/figures.csv: the model cannot run with these figures: .+/)
  })
})
