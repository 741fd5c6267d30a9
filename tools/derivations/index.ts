/**
 * Starting figures that follow from the series of the folders by a rule, for a reader to run again:
 *
 *     node tools/derivations/print.ts
 */

import { closureFigures } from './closures.ts'
import { at, type Derivation, history, point } from './derivation.ts'
import { growthFigures, nationalSeries } from './growth.ts'
import { householdFigures } from './households.ts'
import { labourFigures } from './labour.ts'
import { nationalPoints, nationalYears } from './nation.ts'
import { derivedParameters } from './parameters.ts'
import { pensionFigures } from './pensions.ts'
import { tourismFigures } from './tourism.ts'

export const derivations = [
  ...householdFigures,
  ...labourFigures,
  ...pensionFigures,
  ...growthFigures,
  ...tourismFigures,
  ...closureFigures,
]

export interface NationalDerivation extends Derivation {
  /** The stored value of a time or a year. */
  readonly stored: (time: string) => number
}

const besideStored = (
  list: readonly Derivation[],
  stored: (name: string, time: string) => number,
): NationalDerivation[] => list.map(one => ({ ...one, stored: time => stored(one.figure, time) }))

/** Points of national paths, and years of national paths before the start and of national series. */
export const nationalDerivations: readonly NationalDerivation[] = [
  ...besideStored(nationalPoints, point),
  ...besideStored(nationalYears, (name, year) => history(name, Number(year))),
  ...besideStored(nationalSeries, (name, year) => at('CN', name, Number(year))),
]

export { derivedParameters }
