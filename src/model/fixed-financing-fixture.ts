/**
 * The model with the financing of the reference run, for the tests that hold the two against each other: there a
 * package is financed with a fixed amount a year, whatever it spends; here with what it spends in the step.
 */

import type { Model } from '../language/declare.ts'
import { model } from './index.ts'

/** A copy of the model in which what has to be financed is `perYear`, CNY bn a year at the prices of the start. */
export const financedAtFixedCost = (perYear: number): Model => ({
  ...model,
  sectors: model.sectors.map(sector => {
    const { outlayToFinance } = sector.declarations
    if (outlayToFinance?.kind !== 'equation') return sector
    const text = `${perYear}{CNY bn/year}*outputShareStart*price`
    return { ...sector, declarations: { ...sector.declarations, outlayToFinance: { ...outlayToFinance, text } } }
  }),
})
